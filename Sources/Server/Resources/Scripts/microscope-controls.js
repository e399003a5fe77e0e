import { cellColours, sideColours } from "./microscope-colours.js";
import { round } from "./microscope-view.js";
import { measured } from "./microscope-lines.js";

// The controls beside the stage: they follow the settings, and change them.
export class Controls {
  constructor(place, microscope) {
    this.place = place;
    this.microscope = microscope;
    place.addEventListener("input", (event) => this.changed(event.target));
    place.addEventListener("click", (event) => {
      const button = event.target.closest("[data-act]");
      if (button) microscope.act(button.dataset.act);
    });
  }

  fields(name) {
    return [...this.place.querySelectorAll(`[name="${name}"]`)];
  }

  changed(field) {
    const { microscope } = this;
    const { settings } = microscope;
    const number = Number(field.value);
    switch (field.name) {
      case "mode": case "shading": case "colours": case "cellsOf": microscope.set(field.name, field.value); break;
      case "tool": microscope.takeTool(field.value); break;
      case "active": microscope.activate(field.value); break;
      case "lock": microscope.set("isLocked", field.checked); break;
      case "cells": microscope.set("hasCells", field.checked); break;
      case "sharedLight":
        settings.lights.second = { ...settings.lights.first };
        microscope.set("isLightShared", field.checked);
        break;
      case "opacity": case "exaggeration": microscope.set(field.name, number); break;
      case "azimuth": case "elevation": settings.lights.first[field.name] = number; microscope.changed(); break;
      case "azimuthSecond": settings.lights.second.azimuth = number; microscope.changed(); break;
      case "elevationSecond": settings.lights.second.elevation = number; microscope.changed(); break;
      default:
    }
  }

  // Shows the settings as they are now.
  follow(settings, cells) {
    const { first, second } = settings.lights;
    const values = {
      mode: settings.mode, shading: settings.shading, colours: settings.colours, tool: settings.tool,
      active: settings.active, cellsOf: settings.cellsOf, opacity: settings.opacity, exaggeration: settings.exaggeration,
      azimuth: first.azimuth, elevation: first.elevation, azimuthSecond: second.azimuth,
      elevationSecond: second.elevation,
    };
    for (const [name, value] of Object.entries(values)) {
      for (const field of this.fields(name)) {
        if (field.type === "radio") field.checked = field.value === value;
        else if (field !== document.activeElement) field.value = value;
      }
    }
    const switches = { lock: settings.isLocked, cells: settings.hasCells, sharedLight: settings.isLightShared };
    for (const [name, isOn] of Object.entries(switches)) for (const field of this.fields(name)) field.checked = isOn;
    for (const part of this.place.querySelectorAll("[data-light=second]")) part.hidden = settings.isLightShared;
    for (const part of this.place.querySelectorAll("[data-for]")) part.hidden = part.dataset.for !== settings.mode;
    const align = this.place.querySelector("[data-act=align]");
    align.setAttribute("aria-pressed", `${settings.isAligned}`);
    if (cells && this.legendOf !== settings.cellsOf) this.showLegend(cells, settings.cellsOf);
  }

  // What the colours of cells mean, and how many there are of each.
  showLegend(cells, side) {
    this.legendOf = side;
    const name = side === "first" ? "A" : "B";
    const lines = Object.keys(cellColours).map((status) => {
      const line = document.createElement("li");
      const mark = document.createElement("span");
      mark.style.borderColor = cellColours[status];
      if (status === "congruent") mark.style.backgroundColor = `${cellColours[status]}44`;
      const count = cells[side].filter((cell) => cell.status === status).length;
      line.append(mark, this.microscope.say(`cell.${status}`, { count: `${count}`, side: name }));
      line.hidden = count === 0;
      return line;
    });
    this.place.querySelector("#engine-legend").replaceChildren(...lines);
  }

  // What the engine says of the pair.
  showResult(result, say) {
    const section = this.place.querySelector("#engine");
    section.hidden = false;
    this.place.querySelector("[data-act=align]").disabled = !result.registration;
    const facts = this.place.querySelector("#engine-facts");
    const rows = [];
    const { cells, signatures, registration } = result;
    if (result.method === "refused") rows.push([say("refused"), say(`refused.${result.reason}`)]);
    if (cells) {
      rows.push([say("agreeing"), say("agreeing-of", { count: `${cells.agreeing}`, usable: `${cells.usable}` })]);
      rows.push([say("score"), cells.score.toFixed(3)]);
      if (cells.agreeing > 0) rows.push([say("median-correlation"), cells.medianCorrelation.toFixed(2)]);
      if (cells.agreeing > 0) rows.push([say("spread"), `${round(cells.spread, 1)} µm`]);
      rows.push([say("published-counts"), `${cells.original} · ${cells.high}`]);
    }
    if (signatures) {
      rows.push([say("score"), signatures.score.toFixed(2)], [say("correlation"), signatures.correlation.toFixed(3)]);
      rows.push([say("segments"), `${signatures.congruentSegments}`]);
      rows.push([say("striae"), say("striae-of", {
        matches: `${signatures.matches}`, mismatches: `${signatures.mismatches}`, consecutive: `${signatures.consecutive}`,
      })]);
      rows.push([say("lag"), `${round(signatures.lag, 1)} µm${signatures.isReversed ? `, ${say("reversed")}` : ""}`]);
    }
    if (registration) rows.push([say("rotation"), `${round(registration.rotation, 1)}°`]);
    facts.replaceChildren(...rows.flatMap(([name, value]) => {
      const [term, description] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = name;
      description.textContent = value;
      return [term, description];
    }));
    for (const field of this.fields("cells")) {
      field.disabled = !cells;
      field.closest("label").hidden = !cells;
    }
    this.place.querySelector("#cells-of").hidden = !cells;
  }

  // The lengths on the stage, each with a way to remove it.
  showLines(lines, say) {
    const lengths = lines.filter((line) => line.kind === "measure");
    this.place.querySelector("#lines").hidden = lengths.length === 0;
    this.place.querySelector("#lines-list").replaceChildren(...lengths.map((line) => {
      const item = document.createElement("li");
      item.style.setProperty("--side", sideColours[line.side]);
      const text = document.createElement("span");
      text.textContent = measured(this.microscope.settings, line);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "scope-button scope-button--small";
      button.textContent = "×";
      button.setAttribute("aria-label", say("remove"));
      button.addEventListener("click", () => this.microscope.remove(line));
      item.append(text, button);
      return item;
    }));
  }
}
