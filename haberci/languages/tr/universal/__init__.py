"""Turkish in the terms of Universal Dependencies."""
