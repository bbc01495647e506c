/**
 * What a person asks at a PSP before paying: in which ways a notice may be paid, and a notice for a service of the catalogue. A document with a single solution
 * and a plan, of which an instalment is paid; then a service demanded twice, paid, and demanded again.
 */
import { expect } from "vitest";
import { campo, chiama, elencoDi, testoDi } from "../../local/demo/cliente.ts";
import type { Macchina } from "../../local/demo/macchina.ts";

const post = async ({ base }: Macchina, percorso: string, corpo: unknown) =>
  (await chiama(`${base}/sandbox/psp/${percorso}`, { metodo: "POST", corpo, atteso: 200 })).corpo;

const load = async ({ api, applicazione: chi, creditori }: Macchina, nome: string, importo: number, rata?: number): Promise<string> => {
  const documento = { identificativo: nome, descrizione: "TARI 2026", ...(rata !== undefined && { rata }) };
  const corpo = {
    ...{ idTipoPendenza: "TARI", idDominio: creditori[0]?.idDominio, causale: "TARI 2026", importo, documento, dataScadenza: "2999-12-31" },
    voci: [{ idVocePendenza: "1", importo, descrizione: "TARI", codEntrata: "TARI" }],
  };
  const url = `${api.pendenze}/pendenze/${chi.idA2A}/${nome}-${rata ?? "unica"}`;
  return testoDi((await chiama(url, { metodo: "PUT", chi, corpo, atteso: 201 })).corpo, "numeroAvviso");
};

/** The receipt is registered by a consumer: the state that it brings comes after the answer to the PSP. */
const untilStati = async (leggi: () => Promise<string[]>, attesi: readonly string[]): Promise<void> => {
  for (let volta = 0; volta < 100; volta++) {
    const letti = await leggi();
    if (letti.join() === attesi.join()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect(await leggi()).toEqual(attesi);
};

const runOpzioni = async (macchina: Macchina, nome: string): Promise<void> => {
  const idDominio = macchina.creditori[0]?.idDominio ?? "";
  const unica = await load(macchina, nome, 90);
  const rate = [await load(macchina, nome, 45, 1), await load(macchina, nome, 45, 2)];
  const stati = async (): Promise<string[]> =>
    elencoDi(await post(macchina, "opzioni", { idDominio, numeroAvviso: unica }), "opzioni", "paymentOptions").map((una) =>
      testoDi(una, "status"),
    );
  expect(await stati()).toEqual(["PO_UNPAID", "PO_UNPAID"]);
  expect(campo(await post(macchina, "pagamenti", { idDominio, numeroAvviso: rate[0] }), "esito")).toBe("OK");
  await untilStati(stati, ["PO_INVALID", "PO_PARTIALLY_PAID"]);
  const conPost = await post(macchina, "opzioni", { idDominio, numeroAvviso: rate[1], metodo: "POST" });
  expect(campo(conPost, "opzioni", "paymentOptions", 1, "installments", 1, "nav")).toBe(rate[1]);
};

const runSpontaneo = async (macchina: Macchina): Promise<void> => {
  const demand = async () =>
    post(macchina, "spontanei", { servizio: "Carta d'identità elettronica", codiceFiscale: "RSSMRA85T10A562S", nome: "Mario Rossi" });
  const primo = await demand();
  expect(primo).toMatchObject({ esito: "OK", importo: 22.21 });
  const numeroAvviso = testoDi(primo, "numeroAvviso");
  expect(testoDi(await demand(), "numeroAvviso")).toBe(numeroAvviso);
  const idDominio = testoDi(primo, "idDominio");
  expect(campo(await post(macchina, "pagamenti", { idDominio, numeroAvviso }), "esito")).toBe("OK");
  const isAltro = async (): Promise<string[]> => [String(testoDi(await demand(), "numeroAvviso") !== numeroAvviso)];
  await untilStati(isAltro, ["true"]);
  const catalogo = await chiama(`${macchina.api.backoffice}/catalogoServizi`, {
    chi: macchina.amministratore,
    accept: "application/xml",
    atteso: 200,
  });
  expect(catalogo.testo).toContain("<xsdRiferimento>Cie_1_0_0.xsd</xsdRiferimento>");
};

export const runSportelloPsp = async (macchina: Macchina, nome: string): Promise<void> => {
  await runOpzioni(macchina, nome);
  await runSpontaneo(macchina);
};
