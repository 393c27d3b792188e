"""Learned weights of what speaks for two articles, or two episodes, belonging together."""

from functools import cache
from typing import NamedTuple

from sukien.knowledge.tables import read_table


class EpisodeWeights(NamedTuple):
    """What each ground counts for two articles being of one episode, in log odds.

    Cosines of words, title, lead and names of places; the share of a title that the other tells;
    what a logarithmic step of time costs; `bias` is added whatever the grounds, and `enough` is
    what the mean over two groups must reach.
    """

    words: float
    title: float
    lead: float
    names: float
    headlines: float
    gap: float
    bias: float
    enough: float


class StoryWeights(NamedTuple):
    """What each ground counts for two episodes being of one story, in log odds."""

    words: float
    titles: float
    headlines: float
    people: float
    bodies: float
    places: float
    subject: float
    gap: float
    bias: float
    enough: float


@cache
def episode_weights() -> EpisodeWeights:
    """The weights of episodes."""
    return EpisodeWeights(**_weights("episode"))


@cache
def story_weights() -> StoryWeights:
    """The weights of stories."""
    return StoryWeights(**_weights("story"))


def _weights(kind: str) -> dict[str, float]:
    rows = read_table("thread_weights")
    return {row["ground"]: float(row["weight"]) for row in rows if row["kind"] == kind}
