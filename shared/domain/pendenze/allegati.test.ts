import { describe, expect, it } from "vitest";
import { ALLEGATI_BYTE_MASSIMI, type Allegato, checkDimensioni, findAllegato, idAllegatoDi, parseIdAllegato } from "./allegati.ts";

const IMPRONTA = "0123456789abcdef".repeat(4);
const allegato = (dimensione: number): Allegato => ({ nome: "a.pdf", tipo: "application/pdf", dimensione, impronta: IMPRONTA });
const TITOLARE = { idDominio: "01234567890", iuv: "01000000000000133" };

describe("attachments of a debt", () => {
  it.each([
    [[ALLEGATI_BYTE_MASSIMI], true],
    [[ALLEGATI_BYTE_MASSIMI - 1, 1], true],
    [[ALLEGATI_BYTE_MASSIMI, 1], false],
    [[], true],
  ])("of %j bytes are accepted: %s", (dimensioni, ammessi) => {
    const esito = checkDimensioni(dimensioni.map(allegato));
    expect(esito.ok).toBe(ammessi);
    if (!esito.ok) expect(esito.errore).toMatchObject({ codice: "TROPPO_GRANDE", dettaglio: expect.stringContaining("10485760") });
  });

  it("have an id that leads back to debt, place and content", () => {
    const id = idAllegatoDi(TITOLARE, allegato(1), 2);
    expect(id).toBe("01234567890-01000000000000133-2-0123456789abcdef");
    const riferimento = parseIdAllegato(id);
    expect(riferimento).toEqual({ ok: true, valore: { ...TITOLARE, indice: 2, impronta: "0123456789abcdef" } });
    if (!riferimento.ok) return;
    expect(findAllegato([allegato(5), allegato(1)], riferimento.valore)).toEqual(allegato(1));
    expect(findAllegato([allegato(5)], riferimento.valore)).toBeUndefined();
    expect(findAllegato([allegato(5), { ...allegato(1), impronta: "f".repeat(64) }], riferimento.valore)).toBeUndefined();
  });

  it.each([
    "",
    "x",
    "01234567890-01-0-0123456789abcdef",
    "01234567890-01-1-0123456789ABCDEF",
    `${"0".repeat(11)}-../x-1-${"0".repeat(16)}`,
  ])("do not answer to the id %j", (id) => {
    expect(parseIdAllegato(id).ok).toBe(false);
  });
});
