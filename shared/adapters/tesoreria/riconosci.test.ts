import { describe, expect, it } from "vitest";
import { recognizeFormato, whyNotRecognized } from "./riconosci.ts";

const byte = (testo: string): Uint8Array => Buffer.from(testo);
const utf16 = (testo: string): Buffer => Buffer.from(`\uFEFF${testo}`, "utf16le");
const OPI = '<?xml version="1.0" encoding="UTF-8"?>\n<flusso_giornale_di_cassa><testata_messaggio>';
const CAMT = '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>';
const ZIP = [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, ...Array.from({ length: 16 }, () => 0), 5, 0, 0, 0];

describe("il formato dai primi byte", () => {
  it.each([
    ["OPI", byte(OPI)],
    ["OPI", byte('<g:flusso_giornale_di_cassa xmlns:g="urn:x" Id="1">')],
    ["OPI", byte(`\uFEFF  \n${OPI}`)],
    ["OPI", utf16(OPI)],
    ["OPI", utf16(OPI).swap16()],
    ["CAMT053", byte(CAMT)],
    ["CAMT053", byte('<b:CBIEnvelope xmlns:b="urn:CBI"><b:Body><s:BkToCstmrStmt>')],
    ["CAMT053", utf16(CAMT)],
    ["CAMT054", byte('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02">')],
    ["CBI_RH", byte(" RH03069F4614280421100000000746")],
    ["CBI_RH", byte("RH03069F4614280421100000000746")],
    ["XLS", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])],
    ["XLSX", Buffer.concat([Uint8Array.from(ZIP), byte("[Content_Types].xml")])],
    ["ZIP", Buffer.concat([Uint8Array.from(ZIP), byte("gdc.xml")])],
    ["CSV", byte("data;importo;causale\r\n03/03/2026;1,00;PROVA")],
    ["CSV", byte("\n\n  Data,Importo")],
    ["CSV", byte("Lista movimenti\r\n\r\nData;Importo\r\n")],
    ["CSV", utf16("data\timporto\r\n")],
  ])("%s", (atteso, inizio) => {
    expect(recognizeFormato(inizio)).toBe(atteso);
  });

  it.each([
    ["il file è vuoto", byte("")],
    ["il file è vuoto", byte("\uFEFF \r\n")],
    ["il file è firmato (p7m)", Uint8Array.from([0x30, 0x82, 0x10, 0x20, 0x06, 0x09])],
    ["il file è un PDF", byte("%PDF-1.7 ;")],
    ["il file è un camt.052", byte('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.052.001.02"><BkToCstmrAcctRpt>')],
    ["DOCTYPE", byte('<!DOCTYPE a [<!ENTITY b "c">]><a/>')],
    ["il file è un XML con radice flusso_ordinativi: ammessi giornale di cassa OPI", byte("<o:flusso_ordinativi/>")],
    ["il file è un altro flusso CBI (EC)", byte(" EC03069AP9KJ04052104.05.2021")],
    ["formato del file non riconosciuto", byte("ciao")],
    ["formato del file non riconosciuto", Uint8Array.from([0x1f, 0x8b, 0x08, 0x3b, 0x01])],
  ])("%s", (motivo, inizio) => {
    expect(recognizeFormato(inizio)).toBeUndefined();
    expect(whyNotRecognized(inizio)).toContain(motivo);
  });
});
