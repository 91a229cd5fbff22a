"""Use cases: file an application, perform an action, issue a paper, print a copy, find, resume."""
