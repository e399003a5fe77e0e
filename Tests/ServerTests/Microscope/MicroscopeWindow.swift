import Foundation
import TestSupport
import Testing

/// The microscope in a browser window, with what tests read of it: pixels of the stage as they are on the canvas.
struct MicroscopeWindow {
    let browser: Browser

    struct Colour: Equatable {
        var red: Double
        var green: Double
        var blue: Double

        var brightness: Double { (red + green + blue) / 3 }
    }

    /// Waits until both surfaces are here in full and the engine has answered.
    func ready() async throws {
        _ = try await browser.wait(for: "#microscope[data-whole][data-compared]", within: .seconds(60))
        try await settled()
    }

    /// Waits until everything asked for is drawn.
    func settled() async throws {
        _ = try await browser.script(
            "window.drawnBefore = document.getElementById('microscope').dataset.drawn; return 1")
        try await eventually("two frames passed", within: .seconds(30), every: .milliseconds(30)) {
            try await browser.script(
                """
                if (!window.frames2) { window.frames2 = 1; requestAnimationFrame(() => requestAnimationFrame(() => {
                  window.frames2 = 2; })); }
                const done = window.frames2 === 2; if (done) window.frames2 = 0; return done;
                """
            ).boolean == true
        }
    }

    /// Presses keys on the stage.
    func press(_ keys: String) async throws {
        try await browser.find("#stage").type(keys)
        try await settled()
    }

    /// The mean colour of a rectangle of the stage, in parts of its sides.
    func mean(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) async throws -> Colour {
        let found =
            try await browser.script(
                """
                const [left, top, right, bottom] = arguments;
                const surfaces = document.getElementById('surfaces');
                const copy = document.createElement('canvas');
                copy.width = surfaces.width; copy.height = surfaces.height;
                const context = copy.getContext('2d');
                context.drawImage(surfaces, 0, 0);
                const x = Math.round(left * copy.width), y = Math.round(top * copy.height);
                const width = Math.max(1, Math.round((right - left) * copy.width));
                const height = Math.max(1, Math.round((bottom - top) * copy.height));
                const pixels = context.getImageData(x, y, width, height).data;
                const sums = [0, 0, 0];
                for (let at = 0; at < pixels.length; at += 4) for (let c = 0; c < 3; c += 1) sums[c] += pixels[at + c];
                return sums.map((sum) => sum / (pixels.length / 4));
                """,
                [.number(left), .number(top), .number(right), .number(bottom)]
            ).array ?? []
        return Colour(
            red: found.first?.number ?? -1, green: found.dropFirst().first?.number ?? -1, blue: found.last?.number ?? -1
        )
    }

    /// The middle of the pixels that are far brighter or darker than the ground, in parts of the stage: where a bump is.
    func unevenness(_ left: Double, _ right: Double) async throws -> (x: Double, y: Double, count: Double) {
        let found =
            try await browser.script(
                """
                const [left, right] = arguments;
                const surfaces = document.getElementById('surfaces');
                const copy = document.createElement('canvas');
                copy.width = surfaces.width; copy.height = surfaces.height;
                const context = copy.getContext('2d');
                context.drawImage(surfaces, 0, 0);
                const from = Math.round(left * copy.width), to = Math.round(right * copy.width);
                const pixels = context.getImageData(from, 0, to - from, copy.height).data;
                const levels = new Map();
                for (let at = 0; at < pixels.length; at += 4) levels.set(pixels[at], (levels.get(pixels[at]) ?? 0) + 1);
                // The two commonest levels are the flat surface and the ground beside it.
                const common = [...levels].sort((a, b) => b[1] - a[1]).filter(([level]) => level > 60)[0][0];
                // What lies beside a scan is nearly black, and not quite.
                const ground = 12;
                let x = 0, y = 0, count = 0;
                for (let at = 0; at < pixels.length; at += 4) {
                  const level = pixels[at];
                  if (Math.abs(level - ground) <= 3 || Math.abs(level - common) < 12) continue;
                  const place = at / 4;
                  x += place % (to - from) + from; y += Math.floor(place / (to - from)); count += 1;
                }
                return [x / count / copy.width, y / count / copy.height, count];
                """,
                [.number(left), .number(right)]
            ).array ?? []
        return (
            found.first?.number ?? .nan, found.dropFirst().first?.number ?? .nan, found.last?.number ?? .nan
        )
    }

    /// A number that the page states about what is shown, such as `correlation`.
    func stated(_ name: String) async throws -> Double {
        let text = try await browser.find("#microscope").attribute("data-\(name)") ?? ""
        return Double(text) ?? .nan
    }

    /// The number after the page had time to follow what was last done.
    func settledStatement(_ name: String) async throws -> Double {
        try await settled()
        // The page tells the agreement a moment after the last change.
        var last = Double.nan
        return try await eventualValue("\(name) stays", within: .seconds(20), every: .milliseconds(250)) {
            let now = try await stated(name)
            defer { last = now }
            return now == last ? now : nil
        }
    }

    /// Plays a pointer on the stage: places in parts of its sides.
    func drag(
        from: (Double, Double), to: (Double, Double), shift: Bool = false
    ) async throws {
        try await pointer([[from, to]], kind: "mouse", shift: shift)
    }

    /// Plays fingers, each from its first place to its last.
    func pointer(_ ways: [[(Double, Double)]], kind: String, shift: Bool = false) async throws {
        let paths = ways.map { way in JSONValue.array(way.map { .array([.number($0.0), .number($0.1)]) }) }
        _ = try await browser.script(
            """
            const [ways, kind, shiftKey] = arguments;
            const stage = document.getElementById('stage');
            stage.setPointerCapture = () => {};
            const box = stage.getBoundingClientRect();
            const send = (name, id, [x, y]) => stage.dispatchEvent(new PointerEvent(name, {
              pointerId: id + 1, pointerType: kind, isPrimary: id === 0, bubbles: true, cancelable: true, shiftKey,
              clientX: box.left + x * box.width, clientY: box.top + y * box.height, button: 0, buttons: 1,
            }));
            ways.forEach((way, id) => send('pointerdown', id, way[0]));
            for (let step = 1; step <= 8; step += 1) {
              ways.forEach((way, id) => {
                const [from, to] = [way[0], way[way.length - 1]];
                send('pointermove', id, [0, 1].map((c) => from[c] + (to[c] - from[c]) * step / 8));
              });
            }
            ways.forEach((way, id) => send('pointerup', id, way[way.length - 1]));
            """,
            [.array(paths), .text(kind), .boolean(shift)]
        )
        try await settled()
    }
}
