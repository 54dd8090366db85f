package screen

// Mask returns the links and the contact details in source, as what others do not
// see yet: for a change to a post that stands, which cannot wait.
func (s *Screen) Mask(source string) []Cover { return s.covers(source, nil) }
