"""Lost letters and what else befell the characters of a Turkish text, and how they are restored."""
