"""Changes made from pages: who may make them, how a form proves whose it is, what it does."""
