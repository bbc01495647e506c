/** The demonstration system asked by the gateway (API EC, versions 2 and 1) and told by the page or by a test what to know and how to misbehave. */
import { attendi } from "../comune/guasti.ts";
import { type Gestore, json, type Risposta, type Rotta, rotta } from "../comune/http.ts";
import { conServizio } from "../comune/servizio.ts";
import type { Contesto } from "../contesto.ts";
import { isAutorizzata, NON_AUTORIZZATO } from "./autorizzazione.ts";
import { Comportamento, createDebiti, type Debito, NuovoDebito, toPendenza } from "./debiti.ts";

type Versione = "v1" | "v2";

/** Version 1 is flat, and has no field for a debt it does not know. */
const presentVerifica = (debito: Debito | undefined, versione: Versione): Record<string, unknown> => {
  const esito = {
    stato: debito?.stato ?? "SCONOSCIUTA",
    ...(debito?.descrizioneStato !== undefined && { descrizioneStato: debito.descrizioneStato }),
  };
  if (debito === undefined) return esito;
  if (versione === "v1") return { ...esito, ...toPendenza(debito) };
  return debito.stato === "NON_ESEGUITA" ? { ...esito, pendenza: toPendenza(debito) } : esito;
};

const PAGINA: Risposta = {
  stato: 200,
  tipo: "text/html; charset=utf-8",
  corpo: "<!doctype html><title>Manutenzione</title><h1>Il servizio è in manutenzione</h1>",
};

const ALTRO = { idPendenza: "DI-UN-ALTRO", numeroAvviso: "301880000009999900" };

export const rotteVerifiche = (contesto: Contesto): Rotta[] => {
  const debiti = createDebiti(contesto);

  const answer =
    (versione: Versione, find: (parametri: Readonly<Record<string, string>>) => Debito | undefined): Gestore =>
    async (richiesta, res) => {
      if (!isAutorizzata(richiesta)) return NON_AUTORIZZATO;
      const debito = find(richiesta.parametri);
      const { tipo, millisecondi } = debiti.take();
      switch (tipo) {
        case "html":
          return PAGINA;
        case "mai":
          await new Promise<void>((chiusa) => res.once("close", chiusa));
          return undefined;
        case "altra":
          return json(200, presentVerifica(debito && { ...debito, ...ALTRO }, versione));
        case "lento":
          await attendi(millisecondi);
          return json(200, presentVerifica(debito, versione));
        case "normale":
          return json(200, presentVerifica(debito, versione));
      }
    };

  const rifiuto = json(500, { categoria: "INTERNO", codice: "500000", descrizione: "Rifiuto chiesto alla sandbox" });
  const servizi = (["v2", "v1"] as const).flatMap((versione) => {
    const base = versione === "v1" ? "/sandbox/ente/v1" : "/sandbox/ente";
    const avviso = answer(versione, ({ idDominio = "", numero = "" }) => debiti.findByAvviso(idDominio, numero));
    const pendenza = answer(versione, ({ idA2A = "", idPendenza = "" }) => debiti.findById(idA2A, idPendenza));
    return [
      rotta("GET", `${base}/avvisi/{idDominio}/{numero}`, conServizio(contesto, { parte: "ente", operazione: "avvisi", rifiuto }, avviso)),
      rotta(
        "GET",
        `${base}/pendenze/{idA2A}/{idPendenza}`,
        conServizio(contesto, { parte: "ente", operazione: "pendenze", rifiuto }, pendenza),
      ),
    ];
  });

  return [
    ...servizi,
    rotta("POST", "/sandbox/ente/debiti", async (richiesta) => json(201, debiti.put(await richiesta.json(NuovoDebito)))),
    rotta("GET", "/sandbox/ente/debiti", () => json(200, { risultati: debiti.list() })),
    rotta("POST", "/sandbox/ente/comportamento", async (richiesta) => {
      debiti.behave(await richiesta.json(Comportamento));
      return json(200, debiti.comportamento());
    }),
    rotta("GET", "/sandbox/ente/comportamento", () => json(200, debiti.comportamento())),
  ];
};
