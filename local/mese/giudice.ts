/** What the matching concluded against the truth of the month: precision and recall of the links, and verdicts right to the last label and cause. */
import { matchDenaro } from "../../shared/domain/riscontri/abbina.ts";
import { chiaveOggetto } from "../../shared/domain/riscontri/banco.ts";
import type { AnomaliaRiscontro, EsitoDenaro, EsitoFlusso, EsitoPosizione } from "../../shared/domain/riscontri/esiti.ts";
import { IMPOSTAZIONI_PREDEFINITE, type Impostazioni } from "../../shared/domain/riscontri/evidenze.ts";
import { labelPosizione } from "../../shared/domain/riscontri/posizione.ts";
import { type Denaro, denaroDi, type Verita } from "./denaro.ts";
import { GUAI, GUAI_DI_RIGA, type NomeGuaio, type NomeGuaioDiRiga } from "./guai.ts";
import { type Atteso, type Posizione, posizioniDi } from "./pagamenti.ts";
import type { LinkVero } from "./parti.ts";
import type { Piano } from "./piano.ts";

export interface Voto {
  readonly nome: NomeGuaio | NomeGuaioDiRiga;
  readonly descrizione: string;
  /** Cases, and those whose every label, state and cause is the expected one. */
  casi: number;
  giudicatiBene: number;
  /** Automatic links: those of the truth, those found that are true, and those that are not. */
  attesi: number;
  giusti: number;
  sbagliati: number;
  /** The first verdicts that are not the expected ones. */
  readonly errori: string[];
}

export interface Giudizio {
  readonly denaro: readonly Voto[];
  readonly pagamenti: readonly Voto[];
  readonly trasferimenti: number;
}

export const IMPOSTAZIONI_DEL_MESE: Impostazioni = { ...IMPOSTAZIONI_PREDEFINITE, tolleranza: 1n, enteNotifica: true };

const ERRORI_TENUTI = 3;

const nuovoVoto = (nome: Voto["nome"], descrizione: string): Voto => ({
  nome,
  descrizione,
  casi: 0,
  giudicatiBene: 0,
  attesi: 0,
  giusti: 0,
  sbagliati: 0,
  errori: [],
});

const segna = (voto: Voto, atteso: readonly string[], trovato: readonly string[]): void => {
  voto.casi++;
  const [a, b] = [atteso.toSorted().join("; "), trovato.toSorted().join("; ")];
  if (a === b) voto.giudicatiBene++;
  else if (voto.errori.length < ERRORI_TENUTI) voto.errori.push(`atteso ${a}, trovato ${b}`);
};

const nomeLink = ({ idMovimento, oggetto, importo }: LinkVero): string => `${idMovimento}→${chiaveOggetto(oggetto)}=${importo}`;
const nomeFlusso = ({ idFlusso, idPsp }: Pick<EsitoFlusso, "idFlusso" | "idPsp">): string => `${idFlusso}|${idPsp}`;

const perSoggetto = (anomalie: readonly AnomaliaRiscontro[]): ReadonlyMap<string, readonly AnomaliaRiscontro[]> =>
  Map.groupBy(anomalie, ({ soggetto }) =>
    soggetto.tipo === "MOVIMENTO" ? soggetto.idMovimento : soggetto.tipo === "FLUSSO" ? nomeFlusso(soggetto) : "",
  );

/** Judges every unit of the plan: its links one by one, and as a whole the coverage of its flows, the state of its movements, the causes. */
export function giudicaDenaro({ verita }: Denaro, esito: EsitoDenaro): readonly Voto[] {
  const voti = new Map(Object.entries(GUAI).map(([nome, { descrizione }]) => [nome, nuovoVoto(nome as NomeGuaio, descrizione)]));
  const collegati = Map.groupBy(esito.collegamenti, ({ idMovimento }) => idMovimento);
  const anomalie = perSoggetto(esito.anomalie);
  const coperture = new Map(esito.flussi.map((flusso) => [nomeFlusso(flusso), flusso.copertura]));
  const stati = new Map(esito.movimenti.map(({ idMovimento, stato }) => [idMovimento, stato]));
  const proposti = new Set(
    esito.proposte.flatMap(({ idMovimento, oggetti }) => oggetti.map((parte) => nomeLink({ idMovimento, ...parte }))),
  );
  for (const vera of verita) {
    const voto = voti.get(vera.guaio);
    if (!voto) continue;
    const attesi = new Set(vera.collegamenti.map(nomeLink));
    const trovati = vera.movimenti.flatMap(({ id }) => (collegati.get(id) ?? []).map(nomeLink));
    voto.attesi += attesi.size;
    voto.giusti += trovati.filter((nome) => attesi.has(nome)).length;
    voto.sbagliati += trovati.filter((nome) => !attesi.has(nome)).length;
    segna(voto, verdettoAtteso(vera), verdetto(vera, { coperture, stati, anomalie, proposti }));
  }
  return [...voti.values()];
}

const verdettoAtteso = ({ coperture, movimenti, cause, proposte }: Verita): readonly string[] => [
  ...coperture.map((flusso) => `${nomeFlusso(flusso)} ${flusso.copertura}`),
  ...movimenti.map(({ id, stato }) => `${id} ${stato}`),
  ...proposte.map((link) => `proposto ${nomeLink(link)}`),
  ...cause,
];

const verdetto = (
  { coperture: attese, movimenti, proposte }: Verita,
  {
    coperture,
    stati,
    anomalie,
    proposti,
  }: {
    readonly coperture: ReadonlyMap<string, string>;
    readonly stati: ReadonlyMap<string, string>;
    readonly anomalie: ReadonlyMap<string, readonly AnomaliaRiscontro[]>;
    readonly proposti: ReadonlySet<string>;
  },
): readonly string[] => {
  const soggetti = [...attese.map(nomeFlusso), ...movimenti.map(({ id }) => id)];
  const cause = new Set(soggetti.flatMap((soggetto) => (anomalie.get(soggetto) ?? []).map(({ codice }) => codice)));
  return [
    ...attese.map((flusso) => `${nomeFlusso(flusso)} ${coperture.get(nomeFlusso(flusso)) ?? "ASSENTE"}`),
    ...movimenti.map(({ id }) => `${id} ${stati.get(id) ?? "ASSENTE"}`),
    ...proposte.map(nomeLink).flatMap((nome) => (proposti.has(nome) ? [`proposto ${nome}`] : [])),
    ...cause,
  ];
};

const testoAtteso = ({ iur, indice, etichette, avanzamento, cause }: Atteso): string =>
  `${iur}/${indice} ${etichette.toSorted().join(",")} ${avanzamento} ${cause.toSorted().join(",")}`;

const testi = ({ trasferimenti, anomalie }: EsitoPosizione): readonly string[] =>
  trasferimenti.map((t) => {
    const sue = anomalie.filter(
      ({ soggetto }) => soggetto.tipo === "TRASFERIMENTO" && soggetto.iur === t.iur && soggetto.indice === t.indice,
    );
    return testoAtteso({ ...t, cause: sue.map(({ codice }) => codice) });
  });

/** Called as each payment is made, so that none is kept. */
export function giudicaPosizione(voto: Voto, { attesi }: Posizione, esito: EsitoPosizione): void {
  segna(voto, attesi.map(testoAtteso), testi(esito));
}

/** The whole month: its money first, then each payment with the verdict on its flow. `onPosizione` is called at every payment, for who measures. */
export function giudicaMese(piano: Piano, onPosizione: (quante: number) => void = () => undefined): Giudizio {
  const denaro = denaroDi(piano);
  const esito = matchDenaro(denaro.evidenze, [], IMPOSTAZIONI_DEL_MESE);
  const pagamenti = new Map(
    Object.entries(GUAI_DI_RIGA).map(([nome, descrizione]) => [nome, nuovoVoto(nome as NomeGuaioDiRiga, descrizione)]),
  );
  const flussi = Map.groupBy(esito.flussi, ({ idFlusso }) => idFlusso);
  const singoli = Map.groupBy(esito.collegamenti, ({ oggetto }) => (oggetto.tipo === "TRASFERIMENTO" ? oggetto.iuv : ""));
  let quante = 0;
  let trasferimenti = 0;
  for (const unita of piano.unita) {
    for (const flusso of unita.flussi) {
      const suoi = flussi.get(flusso.idFlusso) ?? [];
      for (const posizione of posizioniDi(piano, unita, flusso)) {
        const esitoPosizione = labelPosizione(
          posizione.evidenze,
          { flussi: suoi, collegamenti: singoli.get(posizione.evidenze.iuv) ?? [] },
          IMPOSTAZIONI_DEL_MESE,
        );
        trasferimenti += esitoPosizione.trasferimenti.length;
        const voto = pagamenti.get(posizione.guaio);
        if (voto) giudicaPosizione(voto, posizione, esitoPosizione);
        onPosizione(++quante);
      }
    }
  }
  return { denaro: giudicaDenaro(denaro, esito), pagamenti: [...pagamenti.values()], trasferimenti };
}
