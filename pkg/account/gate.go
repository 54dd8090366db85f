package account

import (
	"sync"
	"time"

	"github.com/kindword/kindword/pkg/fault"
	"github.com/kindword/kindword/pkg/site"
)

// WithStorm has joining follow what moderators shut for a while.
func WithStorm(now func() site.Storm) Option { return func(a *Accounts) { a.storm = now } }

// WithClosed has only moderators and operators write while the site is closed to
// the public. Joining is another matter: see [WithStorm].
func WithClosed(now func() bool) Option { return func(a *Accounts) { a.closed = now } }

// mayJoin says whether j may join at all now, and takes a place under the hourly
// ceiling. Give it back when they did not join after all. An operator's own link
// leads through every storm.
func (a *Accounts) mayJoin(j Joining) (giveBack func(), err error) {
	storm, now := a.storm(), a.now()
	n, ceiling := storm.CeilingAt(now)
	switch joining := storm.JoiningAt(now); {
	case j.OperatorLink != "":
	case joining == site.JoiningPaused:
		return nil, fault.New(fault.TooOften, "fault.joining_paused", "Until", storm.JoiningUntil)
	case joining == site.JoiningInvited && j.Invitation == "":
		return nil, fault.New(fault.TooOften, "fault.joining_invited", "Until", storm.JoiningUntil)
	case joining == site.JoiningInvited: // whether it stands is seen where it is used up
	case ceiling:
		return a.joined.take(now, n)
	}
	return a.joined.take(now, -1)
}

// byInvitation reports whether j joins on an invitation, which is used up by that.
func (a *Accounts) byInvitation(j Joining) bool {
	return j.OperatorLink == "" && a.storm().JoiningAt(a.now()) == site.JoiningInvited
}

// joined is when the accounts of the last hour were made, and not whose: it is known
// in memory alone, and begins anew with the process.
type joined struct {
	mu sync.Mutex
	at []time.Time
}

// take counts one more at now, unless most have joined in the hour before; -1 is no
// bound.
func (j *joined) take(now time.Time, most int) (giveBack func(), err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	for len(j.at) > 0 && now.Sub(j.at[0]) >= time.Hour {
		j.at = j.at[1:]
	}
	if most >= 0 && len(j.at) >= most {
		return nil, fault.New(fault.TooOften, "fault.joining_ceiling")
	}
	j.at = append(j.at, now)
	return func() {
		j.mu.Lock()
		defer j.mu.Unlock()
		if len(j.at) > 0 {
			j.at = j.at[:len(j.at)-1]
		}
	}, nil
}
