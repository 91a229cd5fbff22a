"""Files people bring: found on a stick, judged by content in a process of their own."""
