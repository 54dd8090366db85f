// Kindword: what only saves a step at the moderators' desk. Every page works without this file.
(() => {
	"use strict";
	const all = (what, within = document) => [...within.querySelectorAll(what)];
	const one = (what, within = document) => within.querySelector(what);

	// The form on which somebody decides: the button says what it does, the reasons are
	// those that fit, and the message that one suggests is filled in while nobody has
	// written another.
	const form = one("form[data-decide]");
	if (form) {
		const { reason, message } = form.elements, submit = one("[data-submit]", form), fill = one(".fill", form);
		const offered = reason ? [...reason.options] : [];
		if (fill) fill.hidden = true;
		const chosen = () => one("[name=verdict]:checked", form);
		const fits = () => {
			const verdict = chosen();
			submit.textContent = verdict?.dataset.button || form.dataset.button;
			for (const option of offered) {
				const apart = Boolean(verdict && option.value && !option.dataset.for.split(" ").includes(verdict.value));
				option.hidden = option.disabled = apart;
				if (apart && option.selected) reason.value = "";
			}
		};
		const suggest = () => {
			if (!message || !reason.selectedOptions[0]?.dataset.message) return;
			const plain = (words) => words.replace(/\r\n/g, "\n").trim();
			const known = [...offered.map((option) => plain(option.dataset.message || "")), ""];
			if (known.includes(plain(message.value))) message.value = reason.selectedOptions[0].dataset.message;
		};
		form.addEventListener("change", ({ target }) => {
			if (target.name === "verdict") fits();
			if (target === reason) suggest();
		});
		fits();

		// Words can be chosen in the text, too.
		const select = one("[data-select]", form);
		if (select) {
			const take = document.createElement("button");
			take.type = "button";
			take.className = "btn quiet slim";
			take.textContent = select.dataset.do;
			select.append(take);
			take.addEventListener("click", () => {
				const picked = getSelection();
				if (picked.isCollapsed || !select.contains(picked.anchorNode) || !select.contains(picked.focusNode)) return;
				const lines = picked.toString().split("\n").map((line) => line.trim()).filter(Boolean);
				const field = form.elements.passages;
				field.value = [field.value.trim(), ...lines].filter(Boolean).join("\n");
				field.focus();
			});
		}
	}

	// New cases: a line says that there are some, and nothing moves under anybody.
	const desk = one("[data-desk]");
	if (desk && "EventSource" in window) {
		const news = one("[data-news]", desk);
		const cases = (page) => new Set(all("[data-case]", page).map((row) => row.dataset.case));
		const urgent = (page) => new Set(all("[data-urgent]", page).map((row) => row.dataset.case));
		const seen = cases(document), heard = urgent(document);
		let timer = 0;
		const soft = () => { // one low note that fades: heard by whoever listens for it, and startling nobody
			const sound = new AudioContext(), note = sound.createOscillator(), loud = sound.createGain();
			note.frequency.value = 392;
			loud.gain.setValueAtTime(0.0001, sound.currentTime);
			loud.gain.exponentialRampToValueAtTime(0.12, sound.currentTime + 0.2);
			loud.gain.exponentialRampToValueAtTime(0.0001, sound.currentTime + 1.6);
			note.connect(loud).connect(sound.destination);
			note.start();
			note.stop(sound.currentTime + 1.7);
		};
		const look = async () => {
			timer = 0;
			const answer = await fetch(desk.dataset.source, { headers: { Purpose: "prefetch" } });
			if (!answer.ok || answer.redirected) return;
			const page = new DOMParser().parseFromString(await answer.text(), "text/html");
			for (const lane of all("[data-lane]", page)) {
				const count = one("[data-count]", lane), here = one(`[data-lane="${CSS.escape(lane.dataset.lane)}"] [data-count]`);
				if (count && here) here.textContent = count.textContent;
			}
			const room = one("[data-room]"), claim = room && one(`[data-case="${CSS.escape(room.dataset.of)}"] [data-claim]`, page)?.textContent;
			const claimed = one("[data-claimed]");
			if (claim && claimed && claim !== claimed.dataset.claimed) { // somebody has just picked up what is open here
				claimed.textContent = claimed.dataset.claimed = claim;
				claimed.hidden = false;
			}
			if (![...cases(page)].some((pid) => !seen.has(pid))) return;
			news.hidden = false;
			one("a", news).href = location.pathname + location.search;
			const loud = [...urgent(page)].filter((pid) => !heard.has(pid));
			loud.forEach((pid) => heard.add(pid));
			if (loud.length && one("[data-sound]")) soft();
		};
		const told = new EventSource("/desk/live");
		told.addEventListener("message", () => { timer ||= setTimeout(() => look().catch(() => {}), 1000); });
		addEventListener("pagehide", () => told.close());
	}

	// Keys choose; what is chosen is sent with the button. They are off until somebody
	// turns them on, and in place of those of other pages.
	if (document.documentElement.dataset.keys !== "on") return;
	const list = () => all("[data-case] a[href]").filter((link) => link.closest("main") && link.checkVisibility());
	const room = one("[data-room]");
	const step = (by) => {
		const to = room?.dataset[by > 0 ? "next" : "before"];
		if (to) return location.assign(to);
		if (room) return;
		const stops = list().length ? list() : all("article.post");
		const at = stops.findIndex((stop) => stop === document.activeElement || stop.contains(document.activeElement));
		const next = stops[at < 0 ? 0 : at + by];
		next?.focus();
		next?.scrollIntoView({ block: "nearest" });
	};
	const choose = (...values) => {
		for (const value of values) {
			const radio = one(`#decide [name=verdict][value="${value}"]`) || one(`#decide [data-key="${value}"]`);
			if (!radio) continue;
			radio.closest("details")?.setAttribute("open", "");
			radio.checked = true;
			radio.dispatchEvent(new Event("change", { bubbles: true }));
			radio.focus();
			return radio;
		}
		return null;
	};
	const press = (key) => one(`[data-key="${key}"]`)?.click();
	const keys = {
		j: () => step(1),
		k: () => step(-1),
		c: () => press("c"),
		a: () => choose("keep", "release", "a"),
		r: () => choose("remove", "decline", "r"),
		e: () => { if (choose("redact")) one("#passages-of input, #passages")?.focus(); },
		m: () => press("m"),
		n: () => {
			const note = one("#to-note");
			if (!note) return;
			note.open = true;
			one("textarea", note).focus();
		},
		o: () => {
			const words = one("details[data-open]");
			if (words) words.open = !words.open;
		},
		u: () => one('[data-key="u"]')?.focus(),
		b: () => location.assign("/desk"),
		"?": () => {
			const help = one("[data-keys]");
			if (!help) return;
			help.open = true;
			one("summary", help).focus();
			help.scrollIntoView({ block: "nearest" });
		},
	};
	document.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
		const field = event.target.closest("input, textarea, select, [contenteditable], dialog[open]");
		if (field && !field.matches("[type=radio], [type=checkbox]")) return;
		const act = keys[event.key.length === 1 ? event.key.toLowerCase() : ""];
		if (!act) return;
		event.preventDefault();
		event.stopImmediatePropagation();
		act();
	}, true);
})();
