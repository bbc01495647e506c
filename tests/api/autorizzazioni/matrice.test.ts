/**
 * Who may do what: every operation of the registry, for every right on every service and for callers limited to a creditor, a unit, a type, nothing.
 * What is expected is written by hand in matrice.tsv (reference 3.13) and computed by nobody:
 * - `servizi` and `diritto`: the only services of the ACL, and the right, with which the operation is open; `-` = to whoever is authenticated;
 * - `proprio`: what a caller limited to COMUNE, to its unit TRIBUTI, or to the type TARI gets of what is all three;
 * - `ente`, `unita`, `tipo`: what each of them gets of what is of another creditor, unit or type;
 * - `nessuno`: what a caller with no creditor gets of the first.
 * `ok` = done, or refused for another reason; a status as such, with its code when 400; `VER_022` = GovPay's refusal (422) of a debt out of scope; `visibile`, `nascosto` = in a list, or not there and not counted;
 * `-` = the resource is of nobody, or is walked elsewhere (bulk batches: tracciati/inquilini.test.ts).
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operazioni } from "../../../shared/contracts/index.ts";
import type { Operazione } from "../../../shared/contracts/operation.ts";
import { type AmbienteApi, createAmbiente, type Esito } from "../ambiente.ts";
import { chiaviDi, type Flavor, seedArchivio } from "./archivio.ts";
import { AMBITI, API, conDiritto, type Limite, limitato, SENZA_DIRITTI, SERVIZI, seedChiamanti } from "./chiamanti.ts";
import { richiestaDi } from "./richieste.ts";

const COLONNE = ["operazione", "servizi", "diritto", "proprio", "ente", "unita", "tipo", "nessuno"] as const;
type Riga = Readonly<Record<(typeof COLONNE)[number], string>>;

const [intestazione = "", ...righe] = readFileSync(new URL("matrice.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
const matrice: readonly Riga[] = righe.map((riga) => {
  const celle = riga.split("\t");
  return Object.fromEntries(COLONNE.map((colonna, i) => [colonna, celle[i] ?? ""])) as Riga;
});

const tutte = new Map(
  Object.values(operazioni)
    .flat()
    .map((o): readonly [string, Operazione] => [`${o.api}/${o.id}`, o]),
);
const operazioneDi = ({ operazione }: Riga): Operazione => {
  const trovata = tutte.get(operazione);
  if (!trovata) throw new Error(`${operazione} non è nel registro`);
  return trovata;
};
const elenco = (scelte: readonly Riga[]): (readonly [string, Riga])[] => scelte.map((riga) => [riga.operazione, riga]);
const tipoDi = ({ auth }: Operazione): "operatore" | "applicazione" => (auth.includes("operatore") ? "operatore" : "applicazione");
const isAnonima = (riga: Riga): boolean => operazioneDi(riga).auth.includes("anonimo");

describe("the matrix", () => {
  it("has a row for every operation of the registry, and no other", () => {
    expect(intestazione.split("\t")).toEqual(COLONNE);
    const scritte = matrice.map(({ operazione }) => operazione);
    expect([...tutte.keys()].filter((operazione) => !scritte.includes(operazione))).toEqual([]);
    expect(scritte.filter((operazione, i) => !tutte.has(operazione) || scritte.indexOf(operazione) !== i)).toEqual([]);
  });
});

describe("walked over the handlers", () => {
  let ambiente: AmbienteApi;
  beforeAll(async () => {
    ambiente = await createAmbiente();
    await seedChiamanti(ambiente.deposito);
    await seedArchivio(ambiente.deposito);
  });
  afterAll(() => ambiente?.stop());

  /** A parameter that nobody knows: who is let through is told so (400), and nothing happens. */
  const knock = async (operazione: string, as: string): Promise<number> =>
    (await ambiente.invoke(operazione, { as, query: { parametroInatteso: "1" } })).status;

  it.each(elenco(matrice.filter((riga) => !isAnonima(riga))))(
    "%s is open to its services and right, and closed to every other",
    async (operazione, riga) => {
      const servizi = riga.servizi.split(",");
      const { auth } = operazioneDi(riga);
      // What is of citizens is of no application and of no operator, whatever its rights.
      const deiCittadini = !auth.includes("applicazione") && !auth.includes("operatore");
      const libera = riga.servizi === "-" && !deiCittadini;
      const attesi: Record<string, number> = {};
      const trovati: Record<string, number> = {};
      const chiamanti =
        tipoDi(operazioneDi(riga)) === "operatore"
          ? [
              ...SERVIZI.flatMap((servizio) => (["R", "W"] as const).map((diritto) => [servizio, diritto] as const)).map(
                ([servizio, diritto]) => [conDiritto(servizio, diritto), servizi.includes(servizio) && riga.diritto === diritto] as const,
              ),
              [SENZA_DIRITTI, false] as const,
            ]
          : [
              // The three APIs are given whole: reading and writing.
              ...API.map((api) => [conDiritto(api, "R"), servizi.includes(api)] as const),
              ["senza-diritti", false] as const,
            ];
      for (const [chiamante, aperta] of chiamanti) {
        attesi[chiamante] = libera || aperta ? 400 : 403;
        trovati[chiamante] = await knock(operazione, chiamante);
      }
      expect(trovati).toEqual(attesi);
    },
  );

  /** GovPay's code of a debt that the caller may not write. */
  const FUORI_AMBITO = "VER_022";
  const NASCOSTE = ["visibile", "nascosto"];
  const marcheDi = (flavor: Flavor): readonly string[] => {
    const { iuv, idPendenza, idPagamento, idFlusso, idRiconciliazione, idCambio, idDominio } = chiaviDi(flavor);
    return [
      iuv,
      idPendenza,
      idPagamento,
      idFlusso,
      idRiconciliazione,
      idCambio,
      `conto-${flavor}`,
      ...(flavor === "ente" ? [idDominio] : []),
    ];
  };
  const shows = ({ testo }: Esito, flavor: Flavor): boolean =>
    // In the list of creditors the own one is known by its code.
    [...marcheDi(flavor), ...(flavor === "proprio" ? [chiaviDi(flavor).idDominio] : [])].some((marca) => testo.includes(marca));

  const outcome = async (riga: Riga, chiamante: string, flavor: Flavor): Promise<string> => {
    const operazione = operazioneDi(riga);
    const idA2A = tipoDi(operazione) === "applicazione" ? chiamante.toUpperCase() : undefined;
    const esito = await ambiente.invoke(riga.operazione, {
      ...richiestaDi(operazione, flavor, idA2A),
      as: chiamante,
    });
    const { status, body } = esito;
    if ([401, 403, 404].includes(status)) return String(status);
    if (status >= 500) return `${status} ${body["dettaglio"] ?? ""}`;
    if (status === 400) return `${status} ${body["codice"]}`;
    if (body["codice"] === FUORI_AMBITO) return FUORI_AMBITO;
    if (!NASCOSTE.includes(riga.proprio) || status !== 200) return "ok";
    // Nothing that is not shown is counted.
    const { numRisultati, risultati } = body;
    if (Array.isArray(risultati) && numRisultati !== risultati.length) return `conta ${numRisultati}, mostra ${risultati.length}`;
    return shows(esito, flavor) ? "visibile" : "nascosto";
  };

  const conAmbito = matrice.filter((riga) => [riga.proprio, riga.ente, riga.unita, riga.tipo, riga.nessuno].some((cella) => cella !== "-"));

  it.each(elenco(conAmbito))("%s answers each limited caller as the table says", async (_operazione, riga) => {
    const chi = tipoDi(operazioneDi(riga));
    const attesi: Record<string, string> = {};
    const trovati: Record<string, string> = {};
    const walk = async (colonna: string, cella: string, limite: Limite, flavor: Flavor): Promise<void> => {
      if (cella === "-") return;
      attesi[colonna] = cella;
      trovati[colonna] = await outcome(riga, limitato(chi, limite), flavor);
    };
    await walk("nessuno", riga.nessuno, "nessuno", "proprio");
    for (const limite of ["ente", "unita", "tipo"] as const) await walk(limite, riga[limite], limite, limite);
    for (const limite of ["ente", "unita", "tipo"] as const)
      await walk(`proprio, di chi ha solo ${limite}`, riga.proprio, limite, "proprio");
    expect(trovati).toEqual(attesi);
  });

  it.each(
    elenco(conAmbito.filter(({ proprio, ente }) => ["ok", "visibile"].includes(proprio) && ["403", "404", "nascosto"].includes(ente))),
  )("%s shows the creditor's own to who sees everything: what was hidden is there", async (_operazione, riga) => {
    const tutto = tipoDi(operazioneDi(riga)) === "operatore" ? "amministratore" : "gest-tributi";
    const trovato = await outcome(riga, tutto, "ente");
    expect(trovato).toBe(riga.ente === "nascosto" ? "visibile" : "ok");
  });

  it("limits a caller by what the product knows of it, not by what the table does not say", () => {
    expect(Object.keys(AMBITI)).toEqual(["ente", "unita", "tipo", "nessuno"]);
  });
});
