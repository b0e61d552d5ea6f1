"""What ALL texts say together, and how people ask: store, questions, page, command line."""
