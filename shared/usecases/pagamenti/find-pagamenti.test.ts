import { beforeEach, describe, expect, it } from "vitest";
import { APPLICAZIONE, COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildChiamante } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import type { Pagamento } from "../../domain/pagamenti/pagamento.ts";
import { createFindPagamenti, type RichiestaPagamenti } from "./find-pagamenti.ts";

const ROSSI = "RSSMRA85T10A562S";
const build = (id: string, altro: Partial<Pagamento> = {}, idDominio = COMUNE): Pagamento => ({
  ...{ versione: 0, id, idA2A: "", nome: "TARI", stato: "IN_CORSO", importo: 100n, dataRichiesta: ADESSO },
  soggettoVersante: { tipo: "F", identificativo: ROSSI, anagrafica: "Mario Rossi" },
  posizioni: [
    {
      ...{ idDominio, iuv: "01000000000000133", numeroAvviso: "301000000000000133", idA2A: APPLICAZIONE, idPendenza: "P" },
      ...{ causale: "TARI", importo: 100n, esito: "IN_CORSO", idDebitore: "BNCLGU80A01F205X" },
    },
  ],
  ...altro,
});

const { idA2A: _, ...NESSUNO } = buildChiamante({ domini: [], tipiPendenza: [] });
const cittadino = (codiceFiscale: string, dominio?: string): Chiamante => ({
  ...{ ...NESSUNO, tipo: "cittadino" },
  cittadino: { codiceFiscale, deleghe: [], provider: "p", ...(dominio !== undefined && { dominio }) },
});
const anonimo: Chiamante = {
  ...NESSUNO,
  tipo: "anonimo",
  sessioneAnonima: { posizioni: [], pagamenti: ["uno", "del-portale", "mai-visto"] },
};

describe("the list of portal payments", () => {
  let m: Memoria;
  beforeEach(async () => {
    m = await createMemoria();
    const altrui = { soggettoVersante: { tipo: "F", identificativo: "BNCLGU80A01F205X", anagrafica: "Bianchi" } } as const;
    const pagamenti = [
      build("uno"),
      build("due", { stato: "ESEGUITO", dataRichiesta: "2026-11-24T08:00:00.000Z" }, UNIONE),
      build("del-portale", { idA2A: APPLICAZIONE }),
      build("altrui", { idA2A: APPLICAZIONE, ...altrui }),
    ];
    await m.store(...pagamenti.map((valore) => ({ azione: "crea", entita: "pagamento", valore }) as const));
    m.richieste.length = 0;
  });
  const find = async (chiamante: Chiamante, filtri: Partial<RichiestaPagamenti> = {}) => {
    const { elementi } = await createFindPagamenti(m)({ ordine: "desc", ...filtri }, { limite: 25, salta: 0, totale: true }, chiamante);
    return elementi.map(({ id }) => id).toSorted();
  };

  it.each<[string, Chiamante, Partial<RichiestaPagamenti>, readonly string[]]>([
    ["a citizen what it paid, whoever started it", cittadino(ROSSI), {}, ["del-portale", "due", "uno"]],
    ["a citizen that came in from a creditor, of that creditor", cittadino(ROSSI, UNIONE), {}, ["due"]],
    ["a citizen what it paid for that debtor", cittadino(ROSSI), { idDebitore: "bnclgu80a01f205x", stato: "ESEGUITO" }, ["due"]],
    ["a citizen nothing of another payer", cittadino(ROSSI), { idVersante: "BNCLGU80A01F205X" }, []],
    ["a citizen by id what is its own", cittadino(ROSSI), { id: "due" }, ["due"]],
    ["a citizen by id nothing of others", cittadino(ROSSI), { id: "altrui" }, []],
    ["an application what it started", buildChiamante(), {}, ["altrui", "del-portale"]],
    ["an application by payer", buildChiamante(), { idVersante: ROSSI.toLowerCase() }, ["del-portale"]],
    ["who has no credentials what it made, as far as it exists", anonimo, {}, ["del-portale", "uno"]],
    ["who has no credentials by state", anonimo, { stato: "ESEGUITO" }, []],
    ["who has no credentials nor a session nothing", { ...NESSUNO, tipo: "anonimo" }, {}, []],
  ])("shows %s", async (_caso, chi, filtri, attesi) => {
    expect(await find(chi, filtri)).toEqual(attesi);
    expect(m.richieste.length).toBeLessThanOrEqual(1);
  });

  it("forgets the payer with the anonymised payment", async () => {
    const [uno] = await m.posizioni.getPagamenti(["uno"]);
    if (!uno) throw new Error("manca il pagamento di prova");
    const soggettoVersante = { tipo: "F", identificativo: "ANONIMO", anagrafica: "ANONIMO" } as const;
    await m.store({ azione: "sostituisci", entita: "pagamento", valore: { ...uno, soggettoVersante } });
    expect(await find(cittadino(ROSSI))).toEqual(["del-portale", "due"]);
    expect(await find(cittadino("ANONIMO"))).toEqual([]);
  });
});
