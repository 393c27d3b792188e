"""Who acted on whom, how often, when and with what kind of event: the network of a story."""

from sukien.tell.network.edges import joined, network

__all__ = ["joined", "network"]
