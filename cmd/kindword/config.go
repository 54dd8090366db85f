package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/alecthomas/kong"
)

// settings is everything an operator can set outside the pages. Each has a
// default that works; a flag goes before the environment, the environment before
// the file.
type settings struct {
	Config      string   `help:"One optional file with these settings, in TOML." env:"KINDWORD_CONFIG" placeholder:"FILE"`
	Data        string   `help:"The folder of the database and its socket." env:"KINDWORD_DATA" default:"data" placeholder:"DIR"`
	KeyFile     string   `help:"The master key: outside the data folder, and never in its backups. The default is kindword.key beside the data folder." env:"KINDWORD_KEY_FILE" placeholder:"FILE"`
	DatabaseURL string   `help:"postgres://… for a community that outgrows one machine. The default is SQLite in the data folder." env:"KINDWORD_DATABASE_URL" placeholder:"URL"`
	Listen      string   `help:"Where to listen." env:"KINDWORD_LISTEN" default:"localhost:8080" placeholder:"HOST:PORT"`
	Address     string   `help:"The site's own address, as people type it." env:"KINDWORD_ADDRESS" default:"http://localhost:8080" placeholder:"URL"`
	Proxies     []string `help:"Networks of the proxies in front of it, such as 127.0.0.1/32. The default trusts none." env:"KINDWORD_PROXIES" placeholder:"CIDR"`
	Language    string   `help:"The language of the site's own words at its first start." env:"KINDWORD_LANGUAGE" default:"en" placeholder:"LANG"`
	TimeZone    string   `help:"The time zone in which days and times are told." env:"KINDWORD_TIME_ZONE" default:"UTC" placeholder:"ZONE"`
	Words       string   `help:"A folder with the operator's own words: en.toml, es.toml …" env:"KINDWORD_WORDS" placeholder:"DIR"`
	Mail        string   `help:"The mail relay, smtp://user:password@host:587. The default sends no mail." env:"KINDWORD_MAIL" placeholder:"URL"`
	MailFrom    string   `help:"The sender of the site's mail." env:"KINDWORD_MAIL_FROM" placeholder:"ADDRESS"`
	Log         string   `help:"How much to log: debug, info, warn or error." env:"KINDWORD_LOG" default:"info" placeholder:"LEVEL"`

	address *url.URL
	zone    *time.Location
	proxies []netip.Prefix
	mail    *url.URL
}

// check refuses what cannot work, each by its name, and fills in what follows
// from other settings.
func (s *settings) check() error {
	var wrong []error
	refuse := func(name, format string, args ...any) {
		wrong = append(wrong, fmt.Errorf("setting %s: %s", name, fmt.Sprintf(format, args...)))
	}
	if s.KeyFile == "" {
		s.KeyFile = filepath.Join(filepath.Dir(filepath.Clean(s.Data)), "kindword.key")
	}
	if within(s.KeyFile, s.Data) {
		refuse("key-file", "the master key must not lie in the data folder, or every backup would carry it")
	}
	if s.DatabaseURL != "" && !strings.HasPrefix(s.DatabaseURL, "postgres://") && !strings.HasPrefix(s.DatabaseURL, "postgresql://") {
		refuse("database-url", "it begins with postgres://, or is left out for SQLite")
	}
	if _, _, err := net.SplitHostPort(s.Listen); err != nil {
		refuse("listen", "it is a host and a port, such as localhost:8080")
	}
	var err error
	if s.address, err = url.Parse(s.Address); err != nil || s.address.Host == "" || strings.Trim(s.address.Path, "/") != "" {
		refuse("address", "it is a whole address without a path, such as https://forum.example.org")
	} else if s.address.Scheme != "https" && !loopback(s.address.Hostname()) {
		refuse("address", "it begins with https://, unless the site is for this machine alone: without it, anybody on the way can read what people write")
	}
	for _, proxy := range s.Proxies {
		prefix, err := netip.ParsePrefix(proxy)
		if err != nil {
			refuse("proxies", "%q is not a network such as 127.0.0.1/32", proxy)
		}
		s.proxies = append(s.proxies, prefix)
	}
	if s.zone, err = time.LoadLocation(s.TimeZone); err != nil {
		refuse("time-zone", "%q is not a time zone such as Europe/London", s.TimeZone)
	}
	if s.Words != "" {
		if info, err := os.Stat(s.Words); err != nil || !info.IsDir() {
			refuse("words", "%q is not a folder", s.Words)
		}
	}
	if s.Mail != "" {
		if s.mail, err = url.Parse(s.Mail); err != nil || s.mail.Host == "" || s.mail.Scheme != "smtp" && s.mail.Scheme != "smtps" {
			refuse("mail", "it begins with smtp:// or smtps://") // never repeated: it holds a password
		}
		if s.MailFrom == "" {
			refuse("mail-from", "a relay needs a sender")
		}
	}
	if _, err := logLevel(s.Log); err != nil {
		refuse("log", "%v", err)
	}
	return errors.Join(wrong...)
}

func (s *settings) database() string {
	if s.DatabaseURL != "" {
		return s.DatabaseURL
	}
	return "sqlite:" + filepath.Join(s.Data, "kindword.db")
}

// tls reports whether people reach the site over TLS.
func (s *settings) tls() bool { return s.address.Scheme == "https" }

func within(file, dir string) bool {
	f, err1 := filepath.Abs(file)
	d, err2 := filepath.Abs(dir)
	return err1 == nil && err2 == nil && strings.HasPrefix(f, d+string(filepath.Separator))
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

// configCmd lists every setting with its value and where it is set.
type configCmd struct{}

func (configCmd) Run(app *kong.Kong, s *settings, out io.Writer) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "SETTING\tENVIRONMENT\tVALUE\tWHAT IT IS")
	for _, flag := range app.Model.Flags {
		if len(flag.Envs) == 0 {
			continue
		}
		value := fmt.Sprint(flag.Target.Interface())
		if (flag.Name == "mail" || flag.Name == "database-url") && value != "" {
			value = hidePassword(value)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", flag.Name, flag.Envs[0], value, flag.Help)
	}
	return table.Flush()
}

func hidePassword(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "(not a URL)"
	}
	return u.Redacted()
}
