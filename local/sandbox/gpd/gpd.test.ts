/** The archives of debt positions as their contract says: states, uniqueness, what may be changed when, and what the Node does with them. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHIAVE_SOTTOSCRIZIONE } from "../credenziali.ts";
import { type Banco, COMUNE, IBAN_COMUNE, openBanco } from "../prove/banco.ts";

let banco: Banco;
beforeEach(async () => {
  banco = await openBanco();
});
afterEach(() => banco.close());

const GIORNO = 86_400_000;
const chiave = { "Ocp-Apim-Subscription-Key": CHIAVE_SOTTOSCRIZIONE };
const base = (archivio: "aca" | "gpd" = "aca") => `/sandbox/${archivio}/debt-positions-service/v1/organizations/${COMUNE}`;
const iuvDi = (n: number): string => `0100000000000${String(n).padStart(4, "0")}`;

const transfer = (altro: object = {}) => ({
  ...{
    idTransfer: "1",
    amount: 1000,
    organizationFiscalCode: COMUNE,
    remittanceInformation: "TARI",
    category: "9/0101101IM/",
    iban: IBAN_COMUNE,
  },
  ...{ transferMetadata: [], ...altro },
});
const opzione = (n: number, altro: object = {}) => ({
  ...{
    nav: `3${iuvDi(n)}`,
    iuv: iuvDi(n),
    amount: 1000,
    description: "TARI",
    isPartialPayment: false,
    dueDate: "2026-06-30T23:59:59.999+02:00",
  },
  ...{ transfer: [transfer()], paymentOptionMetadata: [], ...altro },
});
const posizione = (n: number, altro: object = {}) => ({
  ...{ iupd: `P-${n}`, type: "F", fiscalCode: "RSSMRA85T10A562S", fullName: "Mario Rossi", switchToExpired: true, companyName: "Comune" },
  ...{ paymentOption: [opzione(n)], ...altro },
});

const chiama = (metodo: string, percorso: string, corpo?: unknown, archivio: "aca" | "gpd" = "aca") =>
  banco.chiedi(metodo, `${base(archivio)}/${percorso}`, corpo, chiave);
const statoHttp = async (...argomenti: Parameters<typeof chiama>): Promise<number> => (await chiama(...argomenti)).status;
const inserisci = (n: number, altro: object = {}, archivio: "aca" | "gpd" = "aca") =>
  statoHttp("POST", "debtpositions?toPublish=true", posizione(n, altro), archivio);
const stato = async (n: number, archivio: "aca" | "gpd" = "aca"): Promise<unknown> =>
  JSON.parse(await (await chiama("GET", `debtpositions/P-${n}`, undefined, archivio)).text()).status;

describe("la vita di una posizione", () => {
  it("bozza, pubblicata, sospesa, di nuovo pubblicata, invalidata per sempre", async () => {
    expect(await statoHttp("POST", "debtpositions", posizione(1))).toBe(201);
    expect(await stato(1)).toBe("DRAFT");
    expect([await statoHttp("POST", "debtpositions/P-1/publish"), await stato(1)]).toEqual([200, "VALID"]);
    expect([await statoHttp("PUT", "debtpositions/P-1?toPublish=false", posizione(1)), await stato(1)]).toEqual([200, "DRAFT"]);
    expect([await statoHttp("PUT", "debtpositions/P-1?toPublish=true", posizione(1)), await stato(1)]).toEqual([200, "VALID"]);
    expect([await statoHttp("POST", "debtpositions/P-1/invalidate"), await stato(1)]).toEqual([200, "INVALID"]);
    expect(await statoHttp("PUT", "debtpositions/P-1?toPublish=true", posizione(1))).toBe(409);
    expect(await inserisci(1)).toBe(409);
    expect([await statoHttp("DELETE", "debtpositions/P-1"), await inserisci(1), await stato(1)]).toEqual([200, 201, "VALID"]);
  });

  it("con validityDate futura è pubblicata e non ancora valida", async () => {
    await inserisci(1, { validityDate: "2026-05-01T00:00:00+02:00" });
    expect(await stato(1)).toBe("PUBLISHED");
  });

  it("scade il giorno dopo se lo dice switchToExpired, e da scaduta si può ancora cambiare", async () => {
    await inserisci(1);
    await inserisci(2, { switchToExpired: false });
    banco.avanza(200 * GIORNO);
    expect([await stato(1), await stato(2)]).toEqual(["EXPIRED", "VALID"]);
    const prorogata = posizione(1, { paymentOption: [opzione(1, { dueDate: "2027-06-30T23:59:59.999+02:00" })] });
    expect([await statoHttp("PUT", "debtpositions/P-1?toPublish=true", prorogata), await stato(1)]).toEqual([200, "VALID"]);
  });

  it("pagata altrove una volta sola, poi non si tocca più", async () => {
    await inserisci(1);
    const nav = `3${iuvDi(1)}`;
    expect(await statoHttp("POST", `paymentoptions/paids/${nav}`, {})).toBe(200);
    expect(await stato(1)).toBe("PAID");
    expect(await statoHttp("POST", `paymentoptions/paids/${nav}`, {})).toBe(409);
    expect(await statoHttp("PUT", "debtpositions/P-1?toPublish=true", posizione(1))).toBe(409);
    expect(await statoHttp("DELETE", "debtpositions/P-1")).toBe(409);
    expect(await statoHttp("POST", "paymentoptions/paids/301000000000000999", {})).toBe(404);
  });
});

describe("che cosa rifiuta", () => {
  it.each<[string, object, number]>([
    ["un iupd già usato", posizione(1, { paymentOption: [opzione(2)] }), 409],
    ["uno IUV già usato", posizione(2, { paymentOption: [opzione(1)] }), 409],
    ["la somma dei trasferimenti diversa dall'importo", posizione(2, { paymentOption: [opzione(2, { amount: 999 })] }), 400],
    ["una scadenza passata", posizione(2, { paymentOption: [opzione(2, { dueDate: "2026-01-01T00:00:00+01:00" })] }), 400],
    [
      "un trasferimento senza conto né bollo",
      posizione(2, { paymentOption: [opzione(2, { transfer: [transfer({ iban: undefined })] })] }),
      400,
    ],
    [
      "conto e bollo insieme",
      posizione(2, {
        paymentOption: [
          opzione(2, { transfer: [transfer({ stamp: { hashDocument: "AAAA", stampType: "01", provincialResidence: "RM" } })] }),
        ],
      }),
      400,
    ],
    [
      "due metadati con la stessa chiave",
      posizione(2, {
        paymentOption: [
          opzione(2, {
            paymentOptionMetadata: [
              { key: "a", value: "1" },
              { key: "a", value: "2" },
            ],
          }),
        ],
      }),
      400,
    ],
    ["una causale troppo lunga", posizione(2, { paymentOption: [opzione(2, { description: "x".repeat(141) })] }), 400],
    ["un debitore senza nome", posizione(2, { fullName: undefined }), 400],
  ])("%s", async (_caso, corpo, atteso) => {
    expect(await inserisci(1)).toBe(201);
    expect(await statoHttp("POST", "debtpositions?toPublish=true", corpo)).toBe(atteso);
  });

  it("chi non ha la chiave, e l'ente di un altro", async () => {
    expect((await banco.chiedi("GET", `${base()}/debtpositions`)).status).toBe(401);
    expect(
      (await banco.chiedi("GET", "/sandbox/aca/debt-positions-service/v1/organizations/00000000000/debtpositions", undefined, chiave))
        .status,
    ).toBe(403);
  });

  it("una pagina oltre il limite", async () => expect(await statoHttp("GET", "debtpositions?limit=51")).toBe(400));
});

describe("il Nodo e gli archivi", () => {
  const paga = (n: number) => banco.json("POST", "/sandbox/psp/pagamenti", { idDominio: COMUNE, numeroAvviso: `3${iuvDi(n)}` });
  const standIn = (attivo: boolean) => banco.json("POST", "/sandbox/nodo/stand-in", { idDominio: COMUNE, attivo });

  it("in stand-in incassa da ACA, e la posizione risulta pagata", async () => {
    await inserisci(1);
    await standIn(true);
    expect((await paga(1)).corpo).toMatchObject({ esito: "OK", importo: 10 });
    expect(await stato(1)).toBe("PAID");
  });

  it("in stand-in non incassa ciò che non è in stand-in, né ciò che è sospeso", async () => {
    await inserisci(1, { payStandIn: false });
    await statoHttp("POST", "debtpositions", posizione(2));
    await standIn(true);
    expect([(await paga(1)).corpo.esito, (await paga(2)).corpo.esito]).toEqual(["KO", "KO"]);
  });

  it("di una posizione GPD la stazione non è mai chiesta", async () => {
    await inserisci(3, {}, "gpd");
    const { corpo } = await paga(3);
    expect(corpo).toMatchObject({ esito: "OK", importo: 10 });
    expect(JSON.stringify(corpo.scambi)).not.toContain("paGetPayment");
    expect(await stato(3, "gpd")).toBe("PAID");
  });

  it("a stazione sana una posizione ACA non conta: risponde l'ente", async () => {
    await inserisci(1);
    expect((await paga(1)).corpo.esito).toBe("KO");
  });
});

describe("a mano", () => {
  it("si guarda, si toglie, si invalida", async () => {
    await inserisci(1);
    await inserisci(2);
    const percorso = `/sandbox/posizioni/aca/${COMUNE}`;
    expect((await banco.json("GET", percorso)).corpo.posizioni).toHaveLength(2);
    expect((await banco.json("DELETE", `${percorso}/P-1`)).stato).toBe(200);
    expect((await banco.json("GET", `${percorso}/P-1`)).corpo).toEqual({ stato: "ASSENTE" });
    expect((await banco.json("POST", `${percorso}/P-2/invalida`)).corpo).toMatchObject({ stato: "INVALID" });
    expect((await banco.json("GET", `/sandbox/posizioni/altro/${COMUNE}`)).stato).toBe(404);
  });
});
