package web

import (
	"net/http/httptest"
	"net/netip"
	"testing"

	"github.com/gin-gonic/gin"
)

// Nobody chooses where they seem to come from, and nobody is told from their
// neighbours.
func TestNetworkIsCoarseAndCannotBeForged(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fd00::/8")}
	for _, tc := range []struct {
		name    string
		socket  string
		said    []string
		proxies []netip.Prefix
		want    string
	}{
		{"a socket", "192.0.2.77:4000", nil, nil, "192.0.2.0/24"},
		{"its neighbour", "192.0.2.9:4000", nil, nil, "192.0.2.0/24"},
		{"a longer address", "[2001:db8:1:2:3::4]:4000", nil, nil, "2001:db8:1:2::/64"},
		{"a short address in a long one", "[::ffff:192.0.2.77]:4000", nil, nil, "192.0.2.0/24"},
		{"an address with a zone", "[fe80::1%eth0]:4000", nil, nil, "fe80::/64"},
		{"a stranger who says another address", "192.0.2.77:4000", []string{"198.51.100.1"}, nil, "192.0.2.0/24"},
		{"a stranger beside proxies", "192.0.2.77:4000", []string{"198.51.100.1"}, proxies, "192.0.2.0/24"},
		{"our proxy", "10.0.0.1:4000", []string{"198.51.100.1"}, proxies, "198.51.100.0/24"},
		{"our proxy, told a lie first", "10.0.0.1:4000", []string{"203.0.113.5, 198.51.100.1"}, proxies, "198.51.100.0/24"},
		{"our proxy, told a lie in a line of its own", "10.0.0.1:4000", []string{"203.0.113.5", "198.51.100.1"}, proxies, "198.51.100.0/24"},
		{"two of our proxies", "10.0.0.1:4000", []string{"198.51.100.1, 10.0.0.2"}, proxies, "198.51.100.0/24"},
		{"our proxy that says nothing", "10.0.0.1:4000", nil, proxies, "10.0.0.0/24"},
		{"our proxy that says nonsense", "10.0.0.1:4000", []string{"unknown"}, proxies, "10.0.0.0/24"},
		{"no address", "@", []string{"198.51.100.1"}, proxies, ""},
	} {
		c, _ := gin.CreateTestContext(httptest.NewRecorder())
		c.Request = httptest.NewRequest("GET", "/", nil)
		c.Request.RemoteAddr = tc.socket
		for _, said := range tc.said {
			c.Request.Header.Add("X-Forwarded-For", said)
		}
		s := Server{Proxies: tc.proxies}
		if got := string(s.network(c)); got != tc.want {
			t.Errorf("%s: %q, not %q", tc.name, got, tc.want)
		}
	}
}
