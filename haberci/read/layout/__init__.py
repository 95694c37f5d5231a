"""Layout: which stretch of the text is headline, byline, dateline, subhead, paragraph or furniture."""
