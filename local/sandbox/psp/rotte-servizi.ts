/** HTTP of what a person asks at a PSP without paying yet: in which ways a notice may be paid, and a notice for a service of the catalogue. */
import * as z from "zod";
import { json, Rifiuto, type Rotta, rotta } from "../comune/http.ts";
import type { Scambio } from "../comune/scambi.ts";
import type { Contesto } from "../contesto.ts";
import type { Configurazione } from "../nodo/configurazione.ts";
import { askOpzioni, demandAvviso, SCHEMI, scriviRichiesta } from "../nodo/servizi.ts";
import { CREDITORI, SERVIZI } from "../seed-dati.ts";
import { PSP } from "./psp.ts";
import { euro } from "./sportello.ts";

const idDominio = z.string().regex(/^\d{11}$/, "attese 11 cifre");
const psp = z.string().max(35).optional();

const Opzioni = z.strictObject({
  idDominio,
  numeroAvviso: z.string().max(40),
  metodo: z.enum(["GET", "POST"]).default("GET"),
});

/** A service of the catalogue with its data, or its XML as it is. */
const Spontaneo = z.strictObject({
  idDominio,
  idServizio: z.string().max(10),
  idSoggettoServizio: z.string().max(10),
  schema: z.enum(SCHEMI).optional(),
  campi: z.record(z.string(), z.string()).optional(),
  dati: z.string().max(200_000).optional(),
  psp,
});

/** What a person writes in the form of the page, for a service of the demonstration. */
const Modulo = z.strictObject({
  servizio: z.enum(SERVIZI.map(({ nome }) => nome)),
  codiceFiscale: z.string().max(16).optional(),
  nome: z.string().max(70).optional(),
  targa: z.string().max(8).optional(),
  importo: z.number().optional(),
  psp,
});

const fromModulo = ({
  servizio,
  codiceFiscale,
  nome,
  targa,
  importo,
  psp: scelto,
}: z.output<typeof Modulo>): z.output<typeof Spontaneo> => {
  const noto = SERVIZI.find((voce) => voce.nome === servizio);
  if (noto === undefined) throw new Rifiuto(422, `Il servizio ${servizio} non è nel catalogo dimostrativo.`);
  const { idDominio: ente, idServizio, idSoggettoServizio, schema } = noto;
  return {
    ...{ idDominio: ente, idServizio, idSoggettoServizio, schema },
    campi: Object.fromEntries(
      [
        ["veicoloTarga", targa],
        ["codiceFiscaleIntestatario", codiceFiscale],
        ["denominazioneIntestatario", nome],
        ["codiceFiscaleComune", ente],
        ["organizationFiscalCode", ente],
        ["companyName", CREDITORI.find((creditore) => creditore.idDominio === ente)?.dati.ragioneSociale],
        ["debtorFiscalCode", codiceFiscale],
        ["debtorFullName", nome],
        ["amount", importo?.toFixed(2)],
      ].filter((campo): campo is [string, string] => campo[1] !== undefined),
    ),
    ...(scelto === undefined ? {} : { psp: scelto }),
  };
};

const mostra = (scambi: readonly Scambio[]) => scambi.map(({ parte: _, indirizzo: __, istante: ___, ...scambio }) => scambio);

export const rotteServizi = (contesto: Contesto, configurazione: Configurazione): Rotta[] => [
  rotta("POST", "/sandbox/psp/opzioni", async (richiesta) => {
    const { idDominio: ente, numeroAvviso, metodo } = await richiesta.json(Opzioni);
    const scambi: Scambio[] = [];
    const { stato, corpo } = await askOpzioni(contesto, ente, numeroAvviso, metodo, scambi);
    return json(200, {
      esito: stato === 200 ? "OK" : "KO",
      stato,
      ...(stato === 200 ? { opzioni: corpo } : { errore: corpo }),
      scambi: mostra(scambi),
    });
  }),
  rotta("POST", "/sandbox/psp/spontanei", async (richiesta) => {
    const letto = await richiesta.json(z.union([Spontaneo, Modulo]));
    const { dati, schema, campi = {}, psp: scelto, ...servizio } = "servizio" in letto ? fromModulo(letto) : letto;
    const xml = dati ?? scriviRichiesta(schema ?? "", campi);
    if (xml === undefined) throw new Rifiuto(422, "schema: indicare lo schema e i campi, oppure i dati in XML.");
    const scambi: Scambio[] = [];
    const avviso = await demandAvviso(contesto, configurazione, { ...servizio, dati: xml, idPsp: scelto ?? PSP[0].id }, scambi);
    return json(
      200,
      avviso.ok
        ? { esito: "OK", idDominio: servizio.idDominio, ...avviso.valore, importo: euro(avviso.valore.importo), scambi: mostra(scambi) }
        : { esito: "KO", fault: avviso.errore, scambi: mostra(scambi) },
    );
  }),
];
