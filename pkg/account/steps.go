package account

// Steps are what it takes to come further: so many different days here, so many
// posts read, and so many posts of one's own name kept. They are low enough for
// somebody who comes on their good days, and ask nothing of anybody else. (The
// numbers are between those of Discourse's first two trust levels.)
var Steps = []struct {
	Step  Step
	Days  int64
	Read  int64
	Posts int64
}{
	{Regular, 3, 30, 1},
	{Steady, 20, 200, 10},
}
