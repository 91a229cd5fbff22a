"""The papers of a mediation: each made from the record's rows, which are read once as plain facts."""
