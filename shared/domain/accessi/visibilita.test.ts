import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildChiamante, buildPendenza } from "../../../tests/sostegno/esempi.ts";
import type { Chiamante } from "../anagrafiche/applicazione.ts";
import { addASessione, type SessioneAnonima } from "./sessione-anonima.ts";
import { vedePagamento, vedePendenza, vedeRicevuta } from "./visibilita.ts";

const { idA2A: _, ...NESSUNO } = buildChiamante({ domini: [], tipiPendenza: [], acl: [] });
const anonimo = (sessioneAnonima?: SessioneAnonima): Chiamante => ({
  ...NESSUNO,
  tipo: "anonimo",
  ...(sessioneAnonima && { sessioneAnonima }),
});
const cittadino = (codiceFiscale: string, perConto?: string, dominio?: string): Chiamante => ({
  ...{ ...NESSUNO, tipo: "cittadino" },
  cittadino: {
    codiceFiscale,
    deleghe: [],
    provider: "p",
    ...(perConto !== undefined && { perConto }),
    ...(dominio !== undefined && { dominio }),
  },
});
const codice = fc.constantFrom("RSSMRA85T10A562S", "BNCLGU80A01F205X", "12345678903", "ANONIMO");
const dominio = fc.constantFrom("01234567897", "91001750081");

describe("what a citizen sees of debts", () => {
  it("is what is of whom it acts for, within the creditor it came in from; company and person never mix", () => {
    fc.assert(
      fc.property(codice, codice, fc.option(codice), dominio, fc.option(dominio), (suo, altro, perConto, ente, entrata) => {
        const chi = cittadino(suo, perConto ?? undefined, entrata ?? undefined);
        const pendenza = buildPendenza({ idDominio: ente, debitore: { tipo: "F", identificativo: altro.toLowerCase(), anagrafica: "X" } });
        expect(vedePendenza(chi, pendenza)).toBe((perConto ?? suo) === altro && (entrata === null || entrata === ente));
      }),
      { numRuns: 200 },
    );
  });

  it("is nothing when the session tells no citizen", () => {
    expect(vedePendenza({ ...NESSUNO, tipo: "cittadino" }, buildPendenza())).toBe(false);
  });
});

describe("what who has no credentials sees", () => {
  const posizione = { idDominio: "01234567897", iuv: "01000000000000133" };

  it.each<[string, Chiamante, boolean]>([
    ["without a session nothing", anonimo(), false],
    ["the debt of its session", anonimo({ posizioni: [posizione], pagamenti: [] }), true],
    ["not the same code of another creditor", anonimo({ posizioni: [{ ...posizione, idDominio: "91001750081" }], pagamenti: [] }), false],
    ["not the debt that it only paid", anonimo({ posizioni: [], pagamenti: ["p1"] }), false],
  ])("is %s", (_caso, chi, atteso) => {
    expect(vedePendenza(chi, buildPendenza())).toBe(atteso);
  });

  it("is the receipt of its own payment, by the attempt or by the note of the receipt", () => {
    const chi = anonimo({ posizioni: [], pagamenti: ["p1"] });
    const ricevuta = { idRicevuta: "r1" };
    expect(vedeRicevuta(chi, buildPendenza(), ricevuta, [{ idRicevuta: "r1", idPagamento: "p1" }])).toBe(true);
    expect(vedeRicevuta(chi, buildPendenza(), ricevuta, [{ idRicevuta: "r2", idPagamento: "p1" }])).toBe(false);
    expect(vedeRicevuta(chi, buildPendenza(), { ...ricevuta, paymentNote: "p1" }, [])).toBe(true);
    expect(vedeRicevuta(chi, buildPendenza(), { ...ricevuta, paymentNote: "p1" }, [{ idRicevuta: "r1", idPagamento: "p2" }])).toBe(false);
    expect(vedeRicevuta(anonimo(), buildPendenza(), { ...ricevuta, paymentNote: "p1" }, [])).toBe(false);
  });

  it("keeps the last ten of what it made, each once", () => {
    let sessione: SessioneAnonima | undefined;
    for (let n = 0; n < 14; n++)
      sessione = addASessione(sessione, { pagamenti: [`p${n}`], posizioni: [{ ...posizione, iuv: String(n % 3) }] });
    expect(sessione?.pagamenti).toEqual(Array.from({ length: 10 }, (_voce, n) => `p${n + 4}`));
    expect(sessione?.posizioni.map(({ iuv }) => iuv)).toEqual(["2", "0", "1"]);
  });
});

describe("who paid a debt of others", () => {
  const diAltri = buildPendenza({ debitore: { tipo: "F", identificativo: "BNCLGU80A01F205X", anagrafica: "Bianchi" } });
  const versante = { identificativo: "RSSMRA85T10A562S" };

  it("sees its receipt and its payment, not the debt", () => {
    const chi = cittadino("RSSMRA85T10A562S");
    expect(vedePendenza(chi, diAltri)).toBe(false);
    expect(vedeRicevuta(chi, diAltri, { idRicevuta: "r1", versante }, [])).toBe(true);
    expect(vedeRicevuta(chi, diAltri, { idRicevuta: "r1" }, [])).toBe(false);
    const pagamento = {
      id: "p",
      idA2A: "GEST-TRIBUTI",
      soggettoVersante: versante,
      posizioni: [{ idDominio: "01234567897" }, { idDominio: "91001750081" }],
    };
    expect(vedePagamento(chi, pagamento)).toBe(true);
    expect(vedePagamento(cittadino("RSSMRA85T10A562S", undefined, "91001750081"), pagamento)).toBe(false);
    expect(vedePagamento(cittadino("BNCLGU80A01F205X"), pagamento)).toBe(false);
  });

  it("and an application sees what it started; who started nothing is of nobody", () => {
    const pagamento = { id: "p", idA2A: "", posizioni: [] };
    expect(vedePagamento(buildChiamante(), { ...pagamento, idA2A: "GEST-TRIBUTI" })).toBe(true);
    expect(vedePagamento(buildChiamante(), pagamento)).toBe(false);
    expect(vedePagamento(anonimo(), pagamento)).toBe(false);
  });
});
