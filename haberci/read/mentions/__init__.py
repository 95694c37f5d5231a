"""Mentions: the phrases of a report that stand for political actors, and whom each means."""
