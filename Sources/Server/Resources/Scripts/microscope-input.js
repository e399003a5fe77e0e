// Mouse, touch and keys on the stage. One finger or the mouse moves; two fingers move, turn and enlarge; the wheel
// enlarges; Shift or the right button turns. With a tool, a drag draws.
export class StageInput {
  // `microscope` offers settings, changed(), act(), and the tool's begin, move and end.
  constructor(stage, microscope) {
    this.stage = stage;
    this.microscope = microscope;
    this.pointers = new Map();
    const on = (name, body, options) => stage.addEventListener(name, body.bind(this), options);
    on("pointerdown", this.down);
    on("pointermove", this.move);
    on("pointerup", this.up);
    on("pointercancel", this.up);
    on("pointerleave", () => microscope.point(undefined));
    on("wheel", this.wheel, { passive: false });
    on("contextmenu", (event) => event.preventDefault());
    on("keydown", this.key);
  }

  get settings() {
    return this.microscope.settings;
  }

  pixel(event) {
    const { left, top } = this.stage.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  // A pixel as a distance from the middle of a side's pane; what happens there happens at the same distance in the other.
  fromPane(side, pixel) {
    const pane = this.settings.pane(side);
    return { x: pixel.x - pane.x, y: pixel.y - pane.y };
  }

  isOnBoundary(pixel) {
    const { settings } = this;
    if (settings.mode !== "split") return false;
    return Math.abs((settings.boundaryIsLevelled ? pixel.y : pixel.x) - settings.boundary) <= 9;
  }

  down(event) {
    if (event.button > 2) return;
    this.stage.focus({ preventScroll: true });
    this.stage.setPointerCapture(event.pointerId);
    const pixel = this.pixel(event);
    this.pointers.set(event.pointerId, pixel);
    this.microscope.crosshair(false);
    if (this.pointers.size > 1) {
      this.microscope.tool.cancel();
      this.gesture = "touch";
      return;
    }
    const side = this.settings.sideAt(pixel);
    this.side = side;
    if (this.settings.isBeside) this.microscope.activate(side);
    if (this.isOnBoundary(pixel)) this.gesture = "boundary";
    else if (event.button === 2 || event.shiftKey) this.gesture = "turn";
    else if (event.button === 0 && this.settings.tool !== "move") {
      this.gesture = "tool";
      this.microscope.tool.begin(side, pixel);
    } else this.gesture = "pan";
    event.preventDefault();
  }

  move(event) {
    const pixel = this.pixel(event);
    this.microscope.point(pixel);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      this.stage.classList.toggle("scope-stage--boundary", this.isOnBoundary(pixel));
      return;
    }
    if (this.gesture === "touch") this.twoFingers(event.pointerId, pixel);
    this.pointers.set(event.pointerId, pixel);
    const { settings } = this;
    const [x, y] = [pixel.x - before.x, pixel.y - before.y];
    switch (this.gesture) {
      case "pan":
        for (const side of settings.moved(this.side)) settings.views[side].pan(x, y);
        break;
      case "turn": {
        const one = this.fromPane(this.side, before);
        const other = this.fromPane(this.side, pixel);
        const degrees = ((Math.atan2(other.y, other.x) - Math.atan2(one.y, one.x)) * 180) / Math.PI;
        for (const side of settings.moved(this.side)) settings.views[side].turn(degrees);
        break;
      }
      case "boundary":
        this.microscope.moveSplit(settings.boundaryIsLevelled ? y / settings.stage.height : x / settings.stage.width);
        break;
      case "tool":
        this.microscope.tool.move(pixel);
        break;
      default: return;
    }
    this.microscope.changed();
  }

  up(event) {
    if (!this.pointers.delete(event.pointerId)) return;
    if (this.gesture === "tool") {
      if (event.type === "pointerup") this.microscope.tool.end(this.pixel(event));
      else this.microscope.tool.cancel();
    }
    // After two fingers the last one moves nothing by accident.
    this.gesture = this.pointers.size > 0 ? "touch" : undefined;
  }

  twoFingers(moved, pixel) {
    if (this.pointers.size !== 2) return;
    const { settings } = this;
    const [anchor] = [...this.pointers].filter(([id]) => id !== moved).map(([, place]) => place);
    const before = this.pointers.get(moved);
    const middle = { x: (before.x + anchor.x) / 2, y: (before.y + anchor.y) / 2 };
    const side = settings.sideAt(middle);
    const [one, other] = [{ x: before.x - anchor.x, y: before.y - anchor.y }, { x: pixel.x - anchor.x, y: pixel.y - anchor.y }];
    const factor = Math.hypot(other.x, other.y) / (Math.hypot(one.x, one.y) || 1);
    const degrees = ((Math.atan2(other.y, other.x) - Math.atan2(one.y, one.x)) * 180) / Math.PI;
    for (const target of settings.moved(side)) {
      const view = settings.views[target];
      const about = this.fromPane(side, anchor);
      view.zoom(factor, about);
      view.turn(degrees, about);
    }
    this.microscope.changed();
  }

  wheel(event) {
    event.preventDefault();
    const pixel = this.pixel(event);
    const side = this.settings.sideAt(pixel);
    const lines = event.deltaMode === 1 ? 16 : 1;
    const factor = Math.exp(-event.deltaY * lines * 0.0016);
    for (const target of this.settings.moved(side)) {
      this.settings.views[target].zoom(factor, this.fromPane(side, pixel));
    }
    this.microscope.changed();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { settings, microscope } = this;
    const step = event.shiftKey ? 10 : 60;
    const each = (body) => {
      for (const side of settings.moved(settings.active)) body(settings.views[side]);
      microscope.changed();
    };
    const actions = {
      ArrowLeft: () => each((view) => view.pan(step, 0)), ArrowRight: () => each((view) => view.pan(-step, 0)),
      ArrowUp: () => each((view) => view.pan(0, step)), ArrowDown: () => each((view) => view.pan(0, -step)),
      "+": () => each((view) => view.zoom(1.25)), "=": () => each((view) => view.zoom(1.25)),
      "-": () => each((view) => view.zoom(0.8)), "−": () => each((view) => view.zoom(0.8)),
      "[": () => each((view) => view.turn(-1)), "]": () => each((view) => view.turn(1)),
      "{": () => each((view) => view.turn(-10)), "}": () => each((view) => view.turn(10)),
      0: () => microscope.act("fit"), 1: () => microscope.activate("first"), 2: () => microscope.activate("second"),
      l: () => microscope.set("isLocked", !settings.isLocked),
      a: () => microscope.act("align"), A: () => microscope.act("unalign"),
      b: () => microscope.set("mode", "beside"), s: () => microscope.set("mode", "split"),
      o: () => microscope.set("mode", "overlay"), d: () => microscope.set("mode", "difference"),
      f: () => microscope.set("mode", "flicker"),
      x: () => microscope.set("isLevelled", !settings.isLevelled),
      "<": () => microscope.moveSplit(-0.02), ">": () => microscope.moveSplit(0.02),
      h: () => microscope.act("shading"), k: () => microscope.act("colours"),
      ",": () => microscope.turnLight(-15, 0), ".": () => microscope.turnLight(15, 0),
      u: () => microscope.turnLight(0, 5), j: () => microscope.turnLight(0, -5),
      c: () => microscope.set("hasCells", !settings.hasCells), C: () => microscope.act("cells-of"),
      p: () => microscope.takeTool("profile"), m: () => microscope.takeTool("measure"),
      n: () => microscope.takeTool("note"), g: () => microscope.act("snapshot"),
      Enter: () => microscope.placeByKey(), Escape: () => microscope.leaveTool(), "?": () => microscope.act("help"),
    };
    const action = actions[event.key] ?? actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  }
}
