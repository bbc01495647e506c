/** docs/riconciliazione.md: labels, coverage, reasons and causes of the matching, from the tables that it follows. */
import { CAUSE } from "../../shared/domain/riscontri/cause.ts";
import { LIMITE_CHIAVE, LUNGHEZZA_PREFISSO } from "../../shared/domain/riscontri/chiavi.ts";
import { DESCRIZIONE_ETICHETTE, ETICHETTE } from "../../shared/domain/riscontri/etichette.ts";
import { IMPOSTAZIONI_PREDEFINITE } from "../../shared/domain/riscontri/evidenze.ts";
import { MOTIVI } from "../../shared/domain/riscontri/motivi.ts";
import { LIMITE_ADDENDI } from "../../shared/domain/riscontri/sottoinsiemi.ts";

const tabella = (intestazioni: readonly string[], righe: readonly (readonly string[])[]): readonly string[] => [
  `| ${intestazioni.join(" | ")} |`,
  `|${intestazioni.map(() => "---").join("|")}|`,
  ...righe.map((celle) => `| ${celle.join(" | ")} |`),
  "",
];

const PREMESSA = [
  "# Riconciliazione: ogni euro spiegato",
  "",
  "Che cosa dice il sistema di ogni pagamento, flusso e movimento del tesoriere, e perché. Questo documento viene dalle tabelle che l'abbinamento segue (`shared/domain/riscontri`); non si modifica a mano.",
  "",
  "## Le quattro prove",
  "",
  "Di un trasferimento (creditore, IUV, IUR, indice) si può sapere quattro cose, in qualunque ordine: che il gestionale dell'ente lo dà per pagato (**notifica**, con il suo IUD), che c'è la **ricevuta** di pagoPA, che un PSP lo riporta in una riga di un **flusso**, che il denaro è in un **movimento** della tesoreria.",
  "Le conclusioni si ricalcolano a ogni arrivo e non dipendono dall'ordine. Gli importi si confrontano sempre, al centesimo. Ciò che si spiega in un solo modo si collega da sé; ciò che si spiega in più modi si propone, con la fiducia e una frase; ciò che una persona decide resta, e se le prove lo contraddicono diventa un'anomalia.",
  "",
] as const;

const COME = [
  "## Come si abbina il denaro",
  "",
  "1. Di ogni flusso conta la revisione in vigore; la stessa emissione letta da FdR-1 e da FdR-3 conta una volta. Un flusso ancora da acquisire non è arrivato.",
  "2. Valgono prima di tutto le decisioni delle persone. Poi escono dal conto i movimenti stornati e quelli restituiti da un'uscita che nomina le stesse cose.",
  "3. Chi nomina un flusso (identificativo intero, o TRN quando la causale non nomina nulla): un flusso in più movimenti, un movimento per più flussi, parti, eccedenze.",
  `4. Chi ne nomina uno troncato (almeno ${LUNGHEZZA_PREFISSO} caratteri): si collega se un solo flusso comincia così, ha quell'importo e quel giorno, e nessun altro movimento lo pretende.`,
  `5. Chi vale più dei flussi che nomina: con altri flussi dello stesso PSP e giorno che nessuno pretende, se una sola somma torna al centesimo (al più ${LIMITE_ADDENDI} candidati) e il caso da solo difficilmente la farebbe tornare.`,
  "6. Chi nomina un pagamento (IUV, o la sola ricevuta come le righe di Poste): un trasferimento, o tutti quelli della ricevuta. Le marche da bollo non si accreditano mai.",
  "7. Chi non nomina nulla di noto riceve proposte per importo e data, mai un collegamento.",
  "",
  `Due prove stanno insieme se hanno una chiave in comune: identificativo di flusso, TRN, PSP e giorno, IUV, IUR, una decisione. Una chiave che trova più di ${LIMITE_CHIAVE} cose non dice nulla e si ignora. Così si decide su poche prove alla volta, e un flusso non si apre mai nelle sue righe.`,
  "",
] as const;

const COPERTURE = [
  ["NESSUNA", "nessun movimento", "no"],
  ["PARZIALE", "meno del totale", "no"],
  ["COPERTO", "il totale, al centesimo", "sì"],
  ["IN_TOLLERANZA", "il totale, salvo una differenza che l'ente accetta (tolleranza impostata, o decisione di una persona)", "sì"],
  ["ECCEDENTE", "più del totale", "no"],
] as const;

const AVANZAMENTI = [
  ["NON_PAGATO", "nessuna ricevuta e nessuna riga"],
  ["PAGATO", "ricevuta, senza una riga dello stesso importo"],
  ["RENDICONTATO", "riga dello stesso importo della ricevuta, o riga senza ricevuta; il denaro del flusso non c'è tutto"],
  ["INCASSATO", "flusso coperto (o in tolleranza), oppure movimento che paga solo questo pagamento"],
] as const;

const impostazioni = (): readonly (readonly string[])[] => {
  const { tolleranza, giorniFinestra, enteNotifica, giorniAttesaFlusso, giorniAttesaAccredito, giorniAttesaRicevuta } =
    IMPOSTAZIONI_PREDEFINITE;
  return [
    [
      "`tolleranza`",
      `${tolleranza} centesimi`,
      "differenza accettata fra accredito e dovuto; chi la usa lo dice nell'anomalia ACCREDITO_IN_TOLLERANZA",
    ],
    ["`giorniFinestra`", String(giorniFinestra), "giorni prima e dopo il regolamento in cui un accredito è atteso"],
    [
      "`enteNotifica`",
      enteNotifica ? "sì" : "no",
      "il gestionale notifica i pagamenti: solo allora una notifica che manca significa qualcosa",
    ],
    ["`giorniAttesaFlusso`", String(giorniAttesaFlusso), "dal pagamento, o dall'accredito, prima che il flusso che manca sia un'anomalia"],
    ["`giorniAttesaAccredito`", String(giorniAttesaAccredito), "dal regolamento, prima che il denaro che manca lo sia"],
    ["`giorniAttesaRicevuta`", String(giorniAttesaRicevuta), "dalla riga, o dall'accredito, prima che la ricevuta che manca lo sia"],
  ];
};

export const renderRiscontri = (): string =>
  [
    ...PREMESSA,
    "## Etichette",
    "",
    "Un trasferimento ne ha più d'una, fra le sue e quelle del suo flusso. Le altre sono dei movimenti.",
    "",
    ...tabella(
      ["Etichetta", "Titolo", "Che cosa vuol dire", "Quando", "Di", "Da fare"],
      ETICHETTE.map((nome) => {
        const { titolo, significato, quando, di, regolare } = DESCRIZIONE_ETICHETTE[nome];
        return [`\`${nome}\``, titolo, significato, quando, di, regolare ? "nulla" : "vedi le cause"];
      }),
    ),
    "L'avanzamento è la riduzione che usa la contabilità:",
    "",
    ...tabella(["Avanzamento", "Quando"], AVANZAMENTI),
    ...COME,
    "Quanto denaro copre un flusso, e se si riconcilia senza una persona:",
    "",
    ...tabella(["Copertura", "Denaro collegato", "Si riconcilia da sé"], COPERTURE),
    "## Fiducia",
    "",
    "La fiducia (da 1 a 100) è la somma dei motivi; la frase li elenca.",
    "",
    ...tabella(
      ["Motivo", "Punti", "Nella frase"],
      Object.entries(MOTIVI).map(([nome, { punti, testo }]) => [`\`${nome}\``, String(punti), testo("N")]),
    ),
    "## Cause",
    "",
    "Che cosa non torna e che cosa fare. Ciò che può ancora arrivare da solo diventa un'anomalia dopo i giorni d'attesa delle impostazioni; le informazioni non chiedono nulla.",
    "",
    ...tabella(
      ["Causa", "Titolo", "Che cosa vuol dire", "Da dove viene", "Che cosa fare"],
      Object.entries(CAUSE).map(([nome, { titolo, significato, causa, rimedio, gravita }]) => [
        `\`${nome}\``,
        gravita === "informazione" ? `${titolo} (informazione)` : titolo,
        significato,
        causa,
        rimedio,
      ]),
    ),
    "## Impostazioni",
    "",
    ...tabella(["Impostazione", "Predefinita", "Che cosa regola"], impostazioni()),
    "## Quanto se ne è misurato",
    "",
    "`npm run bench -- riconciliazione` genera il mese di una grande città con il 2 % di ogni guaio conosciuto (`local/mese`), e confronta ogni conclusione con la verità; lo stesso mese, in piccolo, è in `npm test`.",
    "",
  ].join("\n");
