"use strict";
// The map of an area: states shaded by change, dyads as lines, places of deeds as points. Its data is the map's JSON.
(() => {
  const NS = "http://www.w3.org/2000/svg";
  const make = (name, values, parent) => {
    const element = document.createElementNS(NS, name);
    Object.entries(values).forEach(([key, value]) => element.setAttribute(key, value));
    parent.append(element);
    return element;
  };
  const title = (element, text) => { make("title", {}, element).textContent = text; };
  const shade = (change, most) => {
    if (!change) return "same";
    const step = Math.min(3, Math.max(1, Math.ceil((3 * Math.abs(change)) / most)));
    return (change > 0 ? "more" : "less") + step;
  };

  const draw = (box, borders, told) => {
    const width = box.clientWidth;
    const height = Math.max(260, Math.min(430, width * 0.6));
    const lands = topojson.feature(borders, borders.objects.countries).features;
    const byId = new Map(lands.map((land) => [land.id, land]));
    const own = told.states.map((state) => byId.get(state.id)).filter(Boolean);
    const seen = { type: "FeatureCollection", features: own.length ? own : lands };
    const turn = own.length && own.length < 20 ? d3.geoCentroid(seen)[0] : 0;
    const [south, north] = [d3.geoBounds(seen)[0][1], d3.geoBounds(seen)[1][1]];
    const flat = d3.geoConicEqualArea().parallels([south + (north - south) / 6, north - (north - south) / 6]);
    const projection = (turn ? flat.rotate([-turn, 0]) : d3.geoEqualEarth()).fitExtent([[14, 14], [width - 14, height - 14]], seen);
    const path = d3.geoPath(projection);
    const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" }, box);
    lands.forEach((land) => make("path", { d: path(land) || "", class: "land" }, svg));
    const most = Math.max(1, ...told.states.map((state) => Math.abs(state.change)));
    told.states.forEach((state) => {
      const land = byId.get(state.id);
      if (!land) return;
      const link = make("a", { href: state.address, tabindex: -1 }, svg);
      const shape = make("path", { d: path(land) || "", class: "own " + shade(state.change, most) }, link);
      title(shape, `${state.name}: ${state.conflict} / ${state.events}  (${state.change > 0 ? "+" : ""}${state.change})`);
    });
    const center = (id) => {
      const land = byId.get(id);
      if (!land) return null;
      // The largest piece of a state, so that Russia's middle is not drawn towards its far islands.
      const pieces = land.geometry.type === "Polygon" ? [land.geometry.coordinates] : land.geometry.coordinates;
      const areas = pieces.map((rings) => d3.geoArea({ type: "Polygon", coordinates: rings }));
      const largest = pieces[areas.indexOf(Math.max(...areas))];
      return projection(d3.geoCentroid({ type: "Polygon", coordinates: largest }));
    };
    const widest = Math.max(1, ...told.dyads.map((dyad) => dyad.events));
    told.dyads.forEach((dyad) => {
      const [a, b] = [center(dyad.one), center(dyad.other)];
      if (!a || !b) return;
      const link = make("a", { href: dyad.address, tabindex: -1 }, svg);
      const line = make("line", { x1: a[0], y1: a[1], x2: b[0], y2: b[1], "stroke-width": 1 + (5 * dyad.events) / widest, class: dyad.conflict * 2 > dyad.events ? "dyad x" : "dyad" }, link);
      title(line, `${dyad.name}: ${dyad.conflict} / ${dyad.events}`);
    });
    told.places.forEach((place) => {
      const at = projection([place.lon, place.lat]);
      if (!at) return;
      const link = make("a", { href: place.address, tabindex: -1 }, svg);
      const point = make("circle", { cx: at[0], cy: at[1], r: 2.5 + Math.sqrt(place.events), class: place.conflict * 2 > place.events ? "place x" : "place" }, link);
      title(point, `${place.name}: ${place.conflict} / ${place.events}`);
    });
    told.states.forEach((state) => {
      const at = center(state.id);
      if (at && own.length < 16) make("text", { x: at[0], y: at[1], "text-anchor": "middle" }, svg).textContent = state.name;
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-map]").forEach(async (box) => {
      const [borders, told] = await Promise.all([fetch(box.dataset.borders), fetch(box.dataset.map)]);
      if (borders.ok && told.ok) draw(box, await borders.json(), await told.json());
    });
  });
})();
