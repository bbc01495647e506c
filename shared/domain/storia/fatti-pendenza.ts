/** The changes of a debt, as its append-only history keeps them, in the words of the catalogue; a payment with what its receipt says of it. */
import { definiti } from "../definiti.ts";
import type { Pendenza, VoceStoria } from "../pendenze/pendenza.ts";
import type { Ricevuta } from "../ricevute/ricevuta.ts";
import { isGiorno } from "../valori/date.ts";
import { fromNumeroJson } from "../valori/importo.ts";
import type { TipoFatto } from "./catalogo-fatti.ts";
import { pagamentoDi } from "./fatti-ricevuta.ts";
import { type DettagliFatto, type Fatto, idFatto } from "./fatto.ts";

/** What was written in the history is read by people: amounts are numbers of euro there. */
const centesimiDi = (valore: unknown): bigint | undefined => {
  const letto = typeof valore === "number" ? fromNumeroJson(valore) : undefined;
  return letto?.ok ? letto.valore : undefined;
};

const giornoDi = (valore: unknown): string | undefined => (typeof valore === "string" && isGiorno(valore) ? valore : undefined);
const testoDi = (valore: unknown): string | undefined => (typeof valore === "string" && valore !== "" ? valore : undefined);

const variazioneDi = ({ campi }: VoceStoria): DettagliFatto =>
  definiti({
    importoPrima: centesimiDi(campi["importo"]?.prima),
    importo: centesimiDi(campi["importo"]?.dopo),
    scadenzaPrima: giornoDi(campi["dataScadenza"]?.prima),
    scadenza: giornoDi(campi["dataScadenza"]?.dopo),
  });

const incrementoDi = ({ campi }: VoceStoria, campo: string): bigint | undefined => {
  const dopo = centesimiDi(campi[campo]?.dopo);
  const prima = centesimiDi(campi[campo]?.prima) ?? 0n;
  if (dopo === undefined) return undefined;
  return dopo > prima ? dopo - prima : prima - dopo;
};

const motivazioneDi = ({ campi }: VoceStoria): DettagliFatto => definiti({ motivazione: testoDi(campi["descrizioneStato"]?.dopo) });

type Letta = readonly [TipoFatto, DettagliFatto];

const aggiornata = (voce: VoceStoria): Letta => {
  const soloScadenza = voce.campi["dataScadenza"] !== undefined && voce.campi["importo"] === undefined;
  return [soloScadenza ? "SCADENZA_SPOSTATA" : "PENDENZA_AGGIORNATA", variazioneDi(voce)];
};

/** `TIPO.CANALE` with the state before and after. A state that is not here means that it did not leave. */
const comunicazione =
  (tipi: Readonly<Record<string, TipoFatto>>, altrimenti: TipoFatto) =>
  ({ campi }: VoceStoria): Letta => {
    const [nome = "", valori] = Object.entries(campi)[0] ?? [];
    const [tipo, canale] = nome.split(".");
    const stato = testoDi(valori?.dopo) ?? "";
    const dettagli = definiti({ comunicazione: tipo, canale });
    const letto = Object.hasOwn(tipi, stato) ? tipi[stato] : undefined;
    return letto ? [letto, dettagli] : [altrimenti, { ...dettagli, stato }];
  };

const inviata = comunicazione(
  { SPEDITO: "COMUNICAZIONE_SPEDITA", IN_INVIO: "COMUNICAZIONE_IN_INVIO", DA_SPEDIRE: "COMUNICAZIONE_RICHIESTA" },
  "COMUNICAZIONE_NON_SPEDITA",
);
const recapitata = comunicazione(
  { ACCETTATO: "COMUNICAZIONE_ACCETTATA", RECAPITATO: "COMUNICAZIONE_RECAPITATA", LETTO: "COMUNICAZIONE_LETTA" },
  "COMUNICAZIONE_NON_RECAPITATA",
);

const riconciliata = (voce: VoceStoria): Letta => [
  "RICONCILIATA",
  definiti({ importo: incrementoDi(voce, "importoIncassato"), idRiconciliazione: testoDi(voce.campi["idRiconciliazione"]?.dopo) }),
];

const senzaRicevuta = (voce: VoceStoria): Letta => ["PAGATA_SENZA_RICEVUTA", definiti({ importo: incrementoDi(voce, "importoPagato") })];

/** Events of the debt (stati-pendenza.ts, and those that move no state). */
const LETTURE: Readonly<Record<string, (voce: VoceStoria) => Letta>> = {
  creata: (voce) => ["PENDENZA_CREATA", definiti({ importo: centesimiDi(voce.campi["importo"]?.dopo) })],
  aggiornata,
  riattivata: (voce) => ["PENDENZA_RIATTIVATA", variazioneDi(voce)],
  annullata: (voce) => ["PENDENZA_ANNULLATA", motivazioneDi(voce)],
  ripristinata: (voce) => ["PENDENZA_RIPRISTINATA", motivazioneDi(voce)],
  modificata: () => ["PENDENZA_ANNOTATA", {}],
  cambiaConto: () => ["CONTO_CAMBIATO", {}],
  incassa: riconciliata,
  incassaParziale: riconciliata,
  storna: (voce) => ["RICONCILIAZIONE_STORNATA", definiti({ idRiconciliazione: testoDi(voce.campi["idRiconciliazione"]?.dopo) })],
  accettaAnomalia: (voce) => ["ANOMALIA_ACCETTATA", motivazioneDi(voce)],
  rimborsaAnomalia: (voce) => [
    "RIMBORSO_ANNOTATO",
    { ...motivazioneDi(voce), ...definiti({ importo: incrementoDi(voce, "importoPagato") }) },
  ],
  riapri: (voce) => ["PENDENZA_RIAPERTA", motivazioneDi(voce)],
  promemoria: inviata,
  recapito: recapitata,
  costoNotifica: (voce) => [
    "COSTO_NOTIFICA",
    { ...variazioneDi(voce), ...definiti({ costo: centesimiDi(voce.campi["costoNotifica"]?.dopo) }) },
  ],
  "archivio pagoPA": () => ["ARCHIVIO_PAGOPA_SEGNALATO", {}],
  ANONIMIZZAZIONE: () => ["DATI_ANONIMIZZATI", {}],
};

const PAGAMENTI: readonly string[] = ["paga", "pagaParziale", "pagaAnomala", "completaRicevuta"];

/** With a receipt, what it says; else the row of a flow is all that is known. */
const pagata = (voce: VoceStoria, evento: string, { pendenza, ricevute }: Contesto): Letta => {
  const idRicevuta = testoDi(voce.campi["idRicevuta"]?.dopo);
  if (idRicevuta === undefined) return senzaRicevuta(voce);
  const ricevuta = ricevute.find((una) => una.idRicevuta === idRicevuta);
  const dettagli = ricevuta ? {} : definiti({ importo: incrementoDi(voce, "importoPagato") });
  const [tipo, altri] = pagamentoDi(evento, voce.campi, ricevuta, pendenza);
  return [tipo, { idRicevuta, ...dettagli, ...altri }];
};

interface Contesto {
  readonly pendenza: Pendenza;
  readonly ricevute: readonly Ricevuta[];
}

const readEvento = (voce: VoceStoria, evento: string, contesto: Contesto): Letta => {
  if (PAGAMENTI.includes(evento)) return pagata(voce, evento, contesto);
  return (Object.hasOwn(LETTURE, evento) ? LETTURE[evento] : undefined)?.(voce) ?? ["PENDENZA_VARIATA", {}];
};

/** One fact for each kind of thing that the entry tells: a movement may pay a debt and collect it at once. The fields go with the first. */
export const fattiDiVoce = (voce: VoceStoria, contesto: Contesto): readonly Fatto<TipoFatto>[] => {
  const letti = new Map(voce.evento.split(", ").map((evento) => readEvento(voce, evento, contesto)));
  return [...letti].map(([tipo, dettagli], i) => ({
    id: idFatto("2", voce.id, i),
    ...{ data: voce.data, tipo, autore: voce.autore, dettagli },
    ...(i === 0 && { evento: voce.evento, campi: voce.campi }),
  }));
};
