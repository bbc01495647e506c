import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPendenza } from "../../../tests/sostegno/esempi.ts";
import { buildPendenzaAllineata } from "../../../tests/sostegno/gpd.ts";
import type { Pendenza } from "../pendenze/pendenza.ts";
import { improntaDi, posizioneVolutaDi, renewAllineamento } from "./allineamento-voluto.ts";

const annunciata = (): Pendenza => ({ ...renewAllineamento(buildPendenzaAllineata()).pendenza, versione: 1 });

describe("una pendenza che nessun archivio segue", () => {
  it("non annuncia nulla e resta com'è", () => {
    const pendenza = buildPendenza();
    expect(renewAllineamento(pendenza)).toEqual({ pendenza });
  });
});

describe("che cosa interessa all'archivio di pagoPA", () => {
  it("la nascita", () => {
    const { pendenza, richiesta } = renewAllineamento(buildPendenzaAllineata());
    expect(richiesta).toEqual({ idDominio: pendenza.idDominio, iuv: pendenza.iuv, richiesta: 1 });
    expect(pendenza.allineamento).toMatchObject({ richiesta: 1, impronta: improntaDi(pendenza) });
  });

  it.each<[string, Partial<Pendenza>]>([
    ["la causale", { causale: "TARI 2026, rettificata" }],
    ["la scadenza", { dataScadenza: "2027-01-31" }],
    ["la validità", { dataValidita: "2026-12-01" }],
    ["il debitore", { debitore: { tipo: "F", identificativo: "VRDLGI80A01H501U", anagrafica: "Luigi Verdi" } }],
    ["l'annullamento", { stato: "ANNULLATA" }],
    ["il pagamento", { stato: "ESEGUITA" }],
    ["un'anomalia", { stato: "ANOMALA" }],
  ])("%s", (_che, altro) => {
    const prima = annunciata();
    const { pendenza, richiesta } = renewAllineamento({ ...prima, ...altro });
    expect(richiesta?.richiesta).toBe(2);
    expect(pendenza.allineamento?.impronta).not.toBe(prima.allineamento?.impronta);
  });

  it("l'importo di una voce", () => {
    const prima = annunciata();
    const voci = prima.voci.map((voce) => ({ ...voce, importo: voce.importo + 1n }));
    expect(renewAllineamento({ ...prima, voci }).richiesta).toBeDefined();
  });
});

describe("che cosa non gli interessa", () => {
  it.each<[string, Partial<Pendenza>]>([
    ["le note", { note: [{ data: "2026-11-25T09:00:00.000Z", autore: "op", oggetto: "o", testo: "t" }] }],
    ["la presa visione", { ack: true }],
    ["le segnalazioni", { segnalazioni: [{ data: "2026-11-25T09:00:00.000Z", codice: "X", descrizione: "x" }] }],
    ["la direzione", { direzione: "Tributi" }],
    ["l'istante dell'aggiornamento", { dataUltimoAggiornamento: "2026-11-26T09:00:00.000Z" }],
  ])("%s", (_che, altro) => expect(renewAllineamento({ ...annunciata(), ...altro }).richiesta).toBeUndefined());

  it("l'incasso di ciò che è già pagato", () => {
    const pagata = { ...renewAllineamento({ ...annunciata(), stato: "ESEGUITA" }).pendenza, versione: 2 };
    expect(renewAllineamento({ ...pagata, stato: "INCASSATA" }).richiesta).toBeUndefined();
  });
});

describe("l'impronta", () => {
  it("non dipende dall'ordine dei campi, che il deposito non conserva", () => {
    const pendenza = buildPendenzaAllineata();
    const rovesciata = {
      ...pendenza,
      debitore: { anagrafica: pendenza.debitore.anagrafica, identificativo: pendenza.debitore.identificativo, tipo: "F" as const },
    };
    expect(improntaDi(rovesciata)).toBe(improntaDi(pendenza));
  });

  it("distingue due importi diversi", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 99_999_999_999n }), fc.bigInt({ min: 1n, max: 99_999_999_999n }), (a, b) => {
        const con = (importo: bigint): string => {
          const base = buildPendenzaAllineata();
          return improntaDi({ ...base, importo, voci: base.voci.map((voce) => ({ ...voce, importo })) });
        };
        expect(con(a) === con(b)).toBe(a === b);
      }),
    );
  });

  it("una richiesta porta sempre un numero più alto delle precedenti, anche da una copia che non le conosce", () => {
    const prima = annunciata();
    const scritta = { ...renewAllineamento({ ...prima, stato: "ANNULLATA" }).pendenza, versione: 2 };
    const ignara = {
      ...scritta,
      ...(prima.allineamento && { allineamento: prima.allineamento }),
      causale: "altra",
      stato: "NON_ESEGUITA",
    } as const;
    expect(renewAllineamento(ignara).richiesta?.richiesta).toBe(3);
  });
});

describe("la posizione voluta", () => {
  it.each([
    ["NON_ESEGUITA", "PAGABILE"],
    ["ESEGUITA_PARZIALE", "PAGABILE"],
    ["ANNULLATA", "SOSPESA"],
    ["ESEGUITA", "PAGATA"],
    ["INCASSATA", "PAGATA"],
    ["ANOMALA", "PAGATA"],
  ] as const)("%s → %s", (stato, attesa) => expect(posizioneVolutaDi(buildPendenza({ stato }))).toBe(attesa));

  it("non c'è nulla da pagare quando tutte le voci lo sono", () => {
    const base = buildPendenza({ stato: "ESEGUITA_PARZIALE" });
    expect(posizioneVolutaDi({ ...base, voci: base.voci.map((voce) => ({ ...voce, stato: "Eseguito" as const })) })).toBe("PAGATA");
  });
});
