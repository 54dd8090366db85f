// Kindword: what only saves a step. Every page works without this file.
(() => {
	"use strict";
	const all = (what, within = document) => [...within.querySelectorAll(what)];
	const root = document.documentElement;

	// Leave this page: the screen is blank at once, and Back does not lead here.
	for (const form of all("form[data-leave]")) {
		form.addEventListener("submit", async (event) => {
			event.preventDefault();
			root.hidden = true;
			document.title = "\u200b";
			try {
				await fetch("/leave", { method: "POST", keepalive: true });
				location.replace("/leave");
			} catch {
				form.submit();
			}
		});
	}

	// On arrival: what was wrong or what was done, else the post in the address.
	const arrived = document.querySelector("[data-arrive]");
	if (arrived) {
		arrived.focus();
		if (location.hash) addEventListener("load", () => setTimeout(() => arrived.focus()), { once: true }); // what the address names takes it in between
	} else if (/^#p-\w+$/.test(location.hash)) {
		document.getElementById(location.hash.slice(1))?.focus({ preventScroll: true });
	}

	// A button beside a field, which would be dead without this script.
	const button = (words, after) => {
		const made = document.createElement("button");
		made.type = "button";
		made.className = "btn quiet slim";
		made.textContent = words;
		after.insertAdjacentElement("afterend", made);
		return made;
	};
	for (const field of all("[data-copy]")) {
		const copy = button(field.dataset.copy, field);
		copy.addEventListener("click", async () => {
			const words = field.value ?? [...field.children].map((item) => item.textContent.trim()).join(" ");
			await navigator.clipboard.writeText(words);
			copy.textContent = field.dataset.copied;
		});
		if ("select" in field) field.addEventListener("focus", () => field.select());
	}
	for (const field of all("input[data-show]")) {
		const show = button(field.dataset.show, field);
		show.setAttribute("aria-controls", field.id);
		show.setAttribute("aria-pressed", "false");
		show.addEventListener("click", () => {
			const hidden = field.type === "password";
			field.type = hidden ? "text" : "password";
			show.textContent = hidden ? field.dataset.hide : field.dataset.show;
			show.setAttribute("aria-pressed", String(hidden));
		});
		field.form?.addEventListener("submit", () => { field.type = "password"; });
	}

	// Reading settings: the page shows a choice before it is saved.
	const drawn = { theme: "theme", contrast: "contrast", text: "text", letters: "font", space: "space", movement: "move", energy: "energy" };
	for (const form of all("form[data-reading]")) {
		form.addEventListener("change", ({ target }) => {
			const name = drawn[target.name];
			if (!name) return;
			if (target.closest(".choices").querySelector("input") === target) delete root.dataset[name];
			else root.dataset[name] = target.value;
		});
	}

	// Keys move through a conversation. They are off until somebody turns them on;
	// none of them sends or deletes anything.
	if (root.dataset.keys !== "on") return;
	const posts = () => all("article.post");
	const here = () => {
		const focused = document.activeElement?.closest?.("article.post");
		if (focused) return focused;
		return posts().findLast((post) => post.getBoundingClientRect().top < 80) ?? null;
	};
	const go = (post) => {
		if (!post) return;
		post.focus({ preventScroll: true });
		post.scrollIntoView({ block: "start" });
	};
	const step = (by) => {
		const list = posts(), at = list.indexOf(here());
		go(list[at < 0 ? 0 : at + by]);
	};
	const keys = {
		j: () => step(1),
		k: () => step(-1),
		n: () => {
			const list = posts(), at = list.indexOf(here());
			go(list.slice(at + 1).find((post) => post.closest("li.is-new") === post.parentElement));
		},
		p: () => here()?.querySelector(".when a[data-to]")?.click(),
		r: () => here()?.querySelector("a[data-reply]")?.click(),
		b: () => go(posts()[0]),
		o: () => {
			const note = here()?.querySelector("details.noted");
			if (note) note.open = !note.open;
		},
		"?": () => location.assign("/reading#keys"),
	};
	document.addEventListener("keydown", (event) => {
		if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
		if (event.target.closest("input, textarea, select, [contenteditable], dialog[open]")) return;
		const act = keys[event.key.length === 1 ? event.key.toLowerCase() : ""];
		if (!act) return;
		event.preventDefault();
		act();
	});
})();
