package moderation

// FlagOutcome is what came of raising a flag, for the page that thanks for it.
type FlagOutcome struct {
	Door    Door
	Already bool // it stood already: nothing new happened
}

// Says returns the key of what to tell whoever raised it. For worry it begins the
// words that they can say to the person now, since nobody else will be told at once.
func (o FlagOutcome) Says() string {
	switch {
	case o.Already:
		return "flag.already"
	case o.Door == CareDoor:
		return "flag.heard_care"
	}
	return "flag.heard"
}

// Helps returns the keys of what somebody who worries can say or do now, in the order
// to show them; of a flag about conduct there are none.
func (o FlagOutcome) Helps() []string {
	if o.Door != CareDoor {
		return nil
	}
	return []string{"flag.care_reply", "flag.care_ask", "flag.care_listen", "flag.care_you"}
}
