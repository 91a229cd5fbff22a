import "../../mediation"

// The mediation tab lies in a folder of its own.
Mediation { }
