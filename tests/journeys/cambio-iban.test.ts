/** A creditor changes bank: the morning check warns, two people change the account, the Node is told the new one. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attendi, type Credenziali, chiama, elencoDi, type Oggetto, testoDi } from "../../local/demo/cliente.ts";
import type { Macchina } from "../../local/demo/macchina.ts";
import { comanda, creditoreDi, type Debito, load, osserva, paga, pendenzaDi, urlPendenza } from "./debiti.ts";
import { AVVIO_MS, type FiorinoDiProva, openFiorino, VIAGGIO_MS } from "./fiorino-di-prova.ts";

const IBAN_NUOVO = "IT34D0503401647000000012345";
const SECONDA: Credenziali = { username: "ragioneria", password: "Cassaforte-26-Blu" };

let fiorino: FiorinoDiProva;
let macchina: Macchina;
let comune: string;
let ibanVecchio: string;
beforeAll(async () => {
  fiorino = await openFiorino();
  macchina = fiorino.macchina;
  comune = creditoreDi(macchina);
}, AVVIO_MS);
afterAll(() => fiorino?.close(), AVVIO_MS);

const backoffice = async (
  metodo: "GET" | "PUT" | "POST",
  percorso: string,
  atteso: number,
  corpo?: unknown,
  chi?: Credenziali,
): Promise<Oggetto> =>
  (
    await chiama(`${macchina.api.backoffice}${percorso}`, {
      metodo,
      chi: chi ?? macchina.amministratore,
      atteso,
      ...(corpo !== undefined && { corpo }),
    })
  ).corpo;

/** A debt that names its account instead of an income. */
const loadSuConto = async (idPendenza: string): Promise<Debito> => {
  const base = pendenzaDi(comune);
  const voci = [
    {
      idVocePendenza: "1",
      importo: 12.5,
      descrizione: "Canone",
      ibanAccredito: ibanVecchio,
      tipoContabilita: "ALTRO",
      codiceContabilita: "0101101IM/",
    },
  ];
  const { corpo } = await chiama(urlPendenza(macchina, idPendenza), {
    metodo: "PUT",
    chi: macchina.applicazione,
    corpo: { ...base, voci },
    atteso: 201,
  });
  const numeroAvviso = testoDi(corpo, "numeroAvviso");
  return { idDominio: comune, idPendenza, numeroAvviso, iuv: numeroAvviso.slice(1) };
};

/** The account that the Node was given for a notice, asked as a PSP does. */
const ibanAlNodo = async (debito: Debito): Promise<string | undefined> => {
  await paga(debito, macchina);
  const scambio = elencoDi(await osserva(macchina, "scambi"), "scambi").find(
    ({ operazione, richiesta }) => String(operazione).startsWith("paGetPayment") && String(richiesta).includes(debito.numeroAvviso),
  );
  return /<IBAN>([^<]+)</.exec(String(scambio?.["risposta"]))?.[1];
};

const controlli = async (codice: string): Promise<readonly Oggetto[]> => {
  await comanda(macchina, "schedulazioni/controllaIban");
  return elencoDi(await backoffice("GET", `/controlli?codice=${codice}`, 200), "risultati");
};

describe("a creditor that changes bank", { timeout: VIAGGIO_MS }, () => {
  it("is warned of the account about to end and of the debts that still point to it", async () => {
    const { ibanAccredito } = await backoffice("GET", `/domini/${comune}/entrate/COSAP`, 200);
    ibanVecchio = String(ibanAccredito);
    await load(macchina, "IBAN-ENTRATA");
    await loadSuConto("IBAN-CONTO");
    expect(await controlli("CONTO_IN_SCADENZA")).toEqual([]);
    const fineValidita = new Date(Date.parse(testoDi(await osserva(macchina, "orologio"), "istante")) + 10 * 86_400_000).toISOString();
    await comanda(macchina, "backoffice-ec/conti", { idDominio: comune, iban: ibanVecchio, fineValidita });
    expect(await controlli("CONTO_IN_SCADENZA")).toMatchObject([
      { idDominio: comune, riferimento: ibanVecchio, gravita: "ALLARME", pendenzeDaPagare: 2 },
    ]);
    const pendenze = await backoffice("GET", `/domini/${comune}/contiAccredito/${ibanVecchio}/pendenze`, 200);
    expect(elencoDi(pendenze, "risultati").map(({ idPendenza }) => idPendenza)).toEqual(["IBAN-ENTRATA", "IBAN-CONTO"]);
  });

  it("may not move to an account that pagoPA has not approved", async () => {
    await backoffice("PUT", `/domini/${comune}/contiAccredito/${IBAN_NUOVO}`, 201, { postale: false, abilitato: true });
    await comanda(macchina, "backoffice-ec/conti", { idDominio: comune, iban: IBAN_NUOVO, tolto: true });
    expect(await controlli("CONTO_SCONOSCIUTO")).toMatchObject([{ riferimento: IBAN_NUOVO }]);
    const percorso = `/domini/${comune}/contiAccredito/${ibanVecchio}`;
    expect(await backoffice("GET", `${percorso}/anteprimaCambio?ibanNuovo=${IBAN_NUOVO}`, 200)).toMatchObject({
      impedimenti: [expect.stringContaining("mai stato approvato")],
      pendenze: { numero: 1 },
      pendenzeTramiteEntrate: { numero: 1 },
    });
    await backoffice("POST", `${percorso}/cambi`, 422, { ibanNuovo: IBAN_NUOVO, motivazione: "Cambio di tesoriere" });
    await comanda(macchina, "backoffice-ec/conti", { idDominio: comune, iban: IBAN_NUOVO });
    expect(await controlli("CONTO_SCONOSCIUTO")).toEqual([]);
  });

  it("changes it with two people, and the Node is given the new account", async () => {
    const acl = [{ servizio: "Anagrafica Creditore", autorizzazioni: ["R", "W"] }];
    const utente = { ragioneSociale: "Ragioneria", password: SECONDA.password, domini: [comune], tipiPendenza: ["*"], acl };
    await backoffice("PUT", `/operatori/${SECONDA.username}`, 201, utente);
    const richiesta = { ibanNuovo: IBAN_NUOVO, motivazione: "Cambio di tesoriere" };
    const cambio = await backoffice("POST", `/domini/${comune}/contiAccredito/${ibanVecchio}/cambi`, 201, richiesta);
    const decisione = `/approvazioni/${testoDi(cambio, "idApprovazione")}/decisione`;
    await backoffice("POST", decisione, 403, { esito: "APPROVATA" });
    await backoffice("POST", decisione, 200, { esito: "APPROVATA" }, SECONDA);
    const percorso = `/domini/${comune}/cambiIban/${testoDi(cambio, "id")}`;
    await attendi("l'anagrafica cambiata", async () =>
      (await backoffice("GET", percorso, 200))["fase"] === "PENDENZE" ? true : undefined,
    );
    await comanda(macchina, "orologio/avanza", { minuti: 3 });
    const concluso = await attendi("il cambio concluso", async () => {
      const letto = await backoffice("GET", percorso, 200);
      return letto["stato"] === "IN_CORSO" ? undefined : letto;
    });
    expect(concluso).toMatchObject({
      stato: "CONCLUSO",
      pendenzeCambiate: 1,
      numeroScarti: 0,
      entrateCambiate: expect.arrayContaining(["COSAP"]),
    });
    for (const [idPendenza, via] of [
      ["IBAN-CONTO", "account"],
      ["IBAN-ENTRATA", "income"],
    ] as const) {
      const { corpo } = await chiama(urlPendenza(macchina, idPendenza), { chi: macchina.applicazione, atteso: 200 });
      const numeroAvviso = testoDi(corpo, "numeroAvviso");
      const debito = { idDominio: comune, idPendenza, numeroAvviso, iuv: numeroAvviso.slice(1) };
      expect(await comanda(macchina, "psp/verifica", { idDominio: comune, numeroAvviso })).toMatchObject({ esito: "OK" });
      expect(await ibanAlNodo(debito), via).toBe(IBAN_NUOVO);
    }
    const { corpo } = await chiama(`${urlPendenza(macchina, "IBAN-CONTO")}/storia`, { chi: macchina.applicazione, atteso: 200 });
    expect(elencoDi(corpo, "risultati").map(({ evento }) => evento)).toContain("cambiaConto");
    const restano = await backoffice("GET", `/domini/${comune}/contiAccredito/${ibanVecchio}/pendenze`, 200);
    expect(elencoDi(restano, "risultati")).toEqual([]);
    expect(await controlli("CONTO_IN_SCADENZA")).toMatchObject([{ riferimento: ibanVecchio, gravita: "INFORMAZIONE" }]);
  });
});
