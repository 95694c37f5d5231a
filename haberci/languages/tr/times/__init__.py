"""Time expressions of Turkish: a small grammar that gives value, precision and the rule."""
