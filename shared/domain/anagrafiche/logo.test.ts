import { describe, expect, it } from "vitest";
import { readLogo } from "./logo.ts";

/** 1×1, real. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const JPEG =
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==";
const svg = (dentro: string, prima = ""): string =>
  btoa(`${prima}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${dentro}</svg>`);
const byteDi = (base64: string): number[] => [...atob(base64)].map((c) => c.charCodeAt(0));
const base64Di = (byte: readonly number[]): string => btoa(String.fromCharCode(...byte));
/** A PNG that declares other sizes. */
const png = (larghezza: number, altezza: number): string => {
  const byte = byteDi(PNG);
  const quattro = (n: number): number[] => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
  return base64Di([...byte.slice(0, 16), ...quattro(larghezza), ...quattro(altezza), ...byte.slice(24)]);
};

describe("the logo of a creditor", () => {
  it.each([
    [PNG, "image/png"],
    [png(2_000, 2_000), "image/png"],
    [JPEG, "image/jpeg"],
    [svg('<path d="M0 0h10v10z" fill="url(#a)"/>'), "image/svg+xml"],
    [svg("<text>Citt&#224; &amp; Comune</text>", '<?xml version="1.0" encoding="UTF-8"?>\n<!-- stemma -->\n'), "image/svg+xml"],
    [svg(`<image href="data:image/png;base64,${PNG}"/><use href="#a"/>`), "image/svg+xml"],
  ])("%.30s… is %s", (base64, tipo) => {
    expect(readLogo(base64)).toMatchObject({ ok: true, valore: { tipo } });
  });

  it.each([
    ["iVBORw0KGgo=", /danneggiata/],
    [base64Di(byteDi(PNG).slice(0, 40)), /danneggiata/],
    [base64Di(byteDi(JPEG).slice(0, 60)), /danneggiata/],
    [png(0, 10), /vuota/],
    [png(4_001, 1), /4001×1 pixel/],
    [png(2_001, 2_000), /4000000 in tutto/],
    [png(0xffffffff, 0xffffffff), /pixel/],
    [btoa("GIF89a..............."), /PNG, JPEG o SVG/],
    [btoa("%PDF-1.7"), /PNG, JPEG o SVG/],
    [btoa("<html><svg></svg></html>"), /PNG, JPEG o SVG/],
    [btoa("MZ eseguibile"), /PNG, JPEG o SVG/],
    [btoa("x".repeat(75_001)), /75000 byte/],
    ["non base64 §", /base64/],
    [svg("<script>alert(1)</script>"), /script/],
    [svg("<SCRIPT/>"), /script/],
    [svg('<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>'), /script/],
    [svg('<rect onload="alert(1)"/>'), /eventi/],
    [svg("<rect\nonclick='x'/>"), /eventi/],
    [svg("<foreignObject><body/></foreignObject>"), /script/],
    [svg('<a href="javascript:alert(1)">x</a>'), /codice/],
    [svg('<a href="java&#115;cript:alert(1)">x</a>'), /codice/],
    [svg('<a href="java\tscript:alert(1)">x</a>'), /codice/],
    [svg('<image href="https://spia.example/x.png"/>'), /riferimenti esterni/],
    [svg('<image xlink:href="//spia.example/x.png"/>'), /riferimenti esterni/],
    [svg('<style>@import "https://spia.example/x.css";</style>'), /stili/],
    [svg('<rect fill="url(https://spia.example/x)"/>'), /stili/],
    [svg('<animate attributeName="href" to="javascript:1"/>'), /script/],
    [svg("&x;", '<!DOCTYPE svg [<!ENTITY x "y">]>'), /PNG, JPEG o SVG/],
    [svg("<g/>", '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'), /DOCTYPE/],
    [svg("<text>&x;</text>"), /entità/],
    [btoa("<svg><path/>"), /non è completo/],
    [base64Di([...byteDi(btoa("<svg>")), 0xff, 0xfe]), /UTF-8/],
  ])("%.40s… is refused", (base64, motivo) => {
    expect(readLogo(base64)).toMatchObject({ ok: false, errore: expect.stringMatching(motivo) });
  });
});
