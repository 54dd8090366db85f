package account

// A Choice is what becomes of somebody's words when they leave.
type Choice string

// The choices.
const (
	RemoveWords Choice = "remove" // my words go, and placeholders stay
	KeepWords   Choice = "former" // my words stay, under "a former member"
	KeepName    Choice = "keep"   // my words stay, under my name
)

// Left says that a name is no longer anybody's, and what its owner wished for the
// words under it. Each of a person's names is told by itself, at a time of its own.
type Left struct {
	Name   NameID
	Choice Choice
}
