"""One view a file: what the request asks for, and the page that answers it."""
