package forum

import (
	"context"
	"strings"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
	"github.com/kindword/kindword/pkg/text"
)

// mentionable is how far back in a thread a name may have written to be called by
// an @: whoever is further away would be called into a conversation they left.
const mentionable = 300

// referIn turns the names in source that have lately written in t into references,
// so that they go when their owner goes.
func referIn(ctx context.Context, r db.Reader, t ThreadID, source string) (string, error) {
	if !strings.Contains(source, "@") {
		return text.Clean(source), nil
	}
	names, err := namesIn(ctx, r, t)
	if err != nil {
		return "", err
	}
	byShown := make(map[string]string, len(names))
	for _, n := range names {
		byShown[n.Shown] = n.PID
	}
	return text.Refer(source, byShown), nil
}

// unrefer gives source back as its author may change it.
func unrefer(ctx context.Context, r db.Reader, source string) (string, error) {
	pids := text.Mentions(source)
	if len(pids) == 0 {
		return source, nil
	}
	names, err := namesCalled(ctx, r, pids)
	if err != nil {
		return "", err
	}
	return text.Unrefer(source, func(pid string) (string, bool) {
		n, ok := names[pid]
		return n.Shown, ok && n.Shown != ""
	}), nil
}

func scanName(r db.Row) (n account.Name, err error) {
	err = r.Scan(intoName(&n)...)
	return n, err
}

// namesIn returns the names that wrote the latest posts of t, each once.
func namesIn(ctx context.Context, r db.Reader, t ThreadID) ([]account.Name, error) {
	return db.All(ctx, r, scanName, `
		SELECT `+nameColumns+` FROM name n LEFT JOIN account o ON o.id = n.account
		WHERE n.shown <> '' AND n.id IN (SELECT w.written_by FROM (
			SELECT p.written_by FROM post p WHERE p.thread = $1 ORDER BY p.seq DESC LIMIT $2) AS w)`, t, mentionable)
}

// namesAtOnce is how many names [namesCalled] asks for in one statement.
const namesAtOnce = 64

// namesCalled returns the names with the given public ids.
func namesCalled(ctx context.Context, r db.Reader, pids []string) (map[string]account.Name, error) {
	found := map[string]account.Name{}
	for len(pids) > 0 {
		args := make([]any, namesAtOnce)
		for i := range args {
			args[i] = ""
		}
		n := min(len(pids), namesAtOnce)
		for i, pid := range pids[:n] {
			args[i] = pid
		}
		pids = pids[n:]
		names, err := db.All(ctx, r, scanName, `
			SELECT `+nameColumns+` FROM name n LEFT JOIN account o ON o.id = n.account
			WHERE n.pid IN (`+db.In(1, namesAtOnce)+`)`, args...)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			found[name.PID] = name
		}
	}
	return found, nil
}
