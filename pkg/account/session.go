package account

// A SessionKind says how long a sign-in lasts: see [Lives].
type SessionKind string

// The kinds of session.
const (
	OwnDevice    SessionKind = "own"
	SharedDevice SessionKind = "shared"
)

// Session is one signed-in browser. Nothing is known of the browser itself.
type Session struct {
	PID   string
	Label string // what its owner calls it, or ""
	Kind  SessionKind
	Made  Day
	Used  Day
}
