"""What holds of every test."""

from hypothesis import HealthCheck, settings

# No test asserts a time: a busy machine makes examples slow, and nothing is wrong with them.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")
