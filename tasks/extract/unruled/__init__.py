"""Tables without rules between their columns: by the form's words and the gaps between figures."""
