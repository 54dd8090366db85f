package account_test

import (
	"strings"
	"testing"

	"github.com/kindword/kindword/pkg/account"
	"github.com/kindword/kindword/pkg/db"
)

// column is a column of a table.
type column struct{ table, name string }

// columns are those of every table there is.
func (h *house) columns() []column {
	h.t.Helper()
	scan := func(r db.Row) (c column, err error) {
		err = r.Scan(&c.table, &c.name)
		return c, err
	}
	all, err := db.All(h.t.Context(), h.d, scan, `
		SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table'`)
	if err != nil {
		all, err = db.All(h.t.Context(), h.d, scan, `
			SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns WHERE table_schema = 'public'`)
	}
	h.ok(err)
	if len(all) < 50 {
		h.t.Fatalf("%d columns", len(all))
	}
	return all
}

// TestRowsOfAnAccountCarryDays and never times, so that no moment of writing leads
// from a name to its account. A one-time link lives for a day at most.
func TestRowsOfAnAccountCarryDays(t *testing.T) {
	h := newHouse(t)
	columns := h.columns()
	of := map[string]bool{"account": true}
	for _, c := range columns {
		if c.name == "account" && c.table != "name" {
			of[c.table] = true
		}
	}
	if len(of) < 6 {
		t.Fatalf("%v", of)
	}
	for _, c := range columns {
		timed := strings.HasSuffix(c.name, "_at") || c.name == "at" || strings.Contains(c.name, "time") || strings.Contains(c.name, "stamp")
		if of[c.table] && timed && c.table != "pass" {
			t.Errorf("%s.%s: a row of an account carries a time", c.table, c.name)
		}
		if c.table == "name" && timed {
			t.Errorf("name.%s: an account's own name is a row of it too", c.name)
		}
	}
}

// TestNothingThatIdentifiesIsStored: no column has room for it, and after all that
// a person can do here no row holds it.
func TestNothingThatIdentifiesIsStored(t *testing.T) {
	h := newHouse(t)
	for _, c := range h.columns() {
		for _, part := range []string{"ip", "agent", "birth", "age", "seen_at", "referer", "referrer", "location", "country", "device", "fingerprint", "host"} {
			for word := range strings.SplitSeq(c.name, "_") {
				if word == part {
					t.Errorf("%s.%s", c.table, c.name)
				}
			}
		}
	}
	j := h.joining("Quiet Heron")
	j.Network = []byte("192.0.2.0/24 is the network")
	o, err := h.Accounts.Join(t.Context(), j)
	h.ok(err)
	_, err = h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: j.Passphrase, Browser: o.Browser, Network: j.Network})
	h.ok(err)
	_, err = h.Accounts.SignIn(t.Context(), account.Coming{Name: "Quiet Heron", Passphrase: "wrong", Network: j.Network})
	h.refused(err, "fault.sign_in_wrong")
	secrets := []string{"192.0.2.0", j.Passphrase, strings.Join(j.Words, " "), j.Words[0], o.Token, o.Browser}
	tables := map[string]bool{}
	for _, c := range h.columns() {
		if tables[c.table] || c.table == "goose_db_version" {
			continue
		}
		tables[c.table] = true
		var names []string
		for _, other := range h.columns() {
			if other.table == c.table {
				names = append(names, "COALESCE(CAST("+other.name+" AS TEXT), '')")
			}
		}
		rows, err := db.All(t.Context(), h.d, db.Value[string], `SELECT `+strings.Join(names, " || ' ' || ")+` FROM `+c.table)
		if err != nil {
			continue // a table of the search index
		}
		for _, row := range rows {
			for _, s := range secrets {
				if strings.Contains(row, s) {
					t.Errorf("%s holds %q", c.table, s)
				}
			}
		}
	}
}

// TestDaysAreDays: what calls itself one is no time in disguise.
func TestDaysAreDays(t *testing.T) {
	h := newHouse(t)
	o, _ := h.join("Quiet Heron")
	h.newPasskey(o.Account, "")
	h.ok(h.Accounts.Leave(t.Context(), o.Account, account.KeepName))
	for _, c := range h.columns() {
		if !strings.HasSuffix(c.name, "_day") && c.name != "day" && c.name != "since" {
			continue
		}
		if n := h.count(`SELECT COUNT(*) FROM ` + c.table + ` WHERE ` + c.name + ` > 100000`); n != 0 {
			t.Errorf("%s.%s is finer than a day", c.table, c.name)
		}
	}
}
