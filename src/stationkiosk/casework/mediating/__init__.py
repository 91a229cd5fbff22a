"""Mediation from the appointment to the last duty, and the wall around what is said in it."""
