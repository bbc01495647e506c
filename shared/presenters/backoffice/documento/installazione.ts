/** The registry as the entries of a document, each with the body of its PUT. */
import type { Installazione } from "../../../domain/installazione/installazione.ts";
import type { VoceDocumento } from "../../../domain/installazione/sezioni.ts";
import * as corpi from "./corpi.ts";

const creditoreVoci = ({ dominio, unita, conti, entrate, tipiPendenza }: Installazione["creditori"][number]): VoceDocumento[] => {
  const ambito = dominio.idDominio;
  return [
    { sezione: "dominio", id: ambito, corpo: corpi.corpoDominio(dominio) },
    ...unita.map((u) => ({ sezione: "unitaOperativa", id: u.idUnita, ambito, corpo: corpi.corpoUnita(u) }) as const),
    ...conti.map((c) => ({ sezione: "conto", id: c.iban, ambito, corpo: corpi.corpoConto(c) }) as const),
    ...entrate.map((e) => ({ sezione: "entrataDominio", id: e.idEntrata, ambito, corpo: corpi.corpoEntrataDominio(e) }) as const),
    ...tipiPendenza.map(
      (t) => ({ sezione: "tipoPendenzaDominio", id: t.idTipoPendenza, ambito, corpo: corpi.corpoTipoPendenzaDominio(t) }) as const,
    ),
  ];
};

const contabiliVoci = ({
  profiliLettura,
  tracciatiContabili,
  impostazioni,
  instradamenti,
}: Installazione["contabili"]): VoceDocumento[] => [
  ...profiliLettura.map(
    (p) => ({ sezione: "profiloLettura", id: p.nome, ambito: p.idDominio, corpo: corpi.corpoProfiloLettura(p) }) as const,
  ),
  ...tracciatiContabili.map(
    (t) => ({ sezione: "tracciatoContabile", id: t.nome, ambito: t.idDominio, corpo: corpi.corpoTracciatoContabile(t) }) as const,
  ),
  ...impostazioni.map((i) => ({ sezione: "impostazioniRiscontri", id: i.idDominio, corpo: corpi.corpoImpostazioni(i) }) as const),
  ...instradamenti.map((i) => ({ sezione: "instradamento", id: i.idDominio, corpo: corpi.corpoInstradamento(i) }) as const),
];

/** Every entry, who holds others before them. Secrets included. */
export const presentVoci = (installazione: Installazione): VoceDocumento[] => [
  ...installazione.intermediari.map(
    (i) => ({ sezione: "intermediario", id: i.idIntermediario, corpo: corpi.corpoIntermediario(corpi.toRichiesto(i)) }) as const,
  ),
  ...installazione.stazioni.map(
    (s) => ({ sezione: "stazione", id: s.idStazione, ambito: s.idIntermediario, corpo: corpi.corpoStazione(s) }) as const,
  ),
  ...installazione.entrate.map((e) => ({ sezione: "entrata", id: e.idEntrata, corpo: corpi.corpoEntrata(e) }) as const),
  ...installazione.tipiPendenza.map((t) => ({ sezione: "tipoPendenza", id: t.idTipoPendenza, corpo: corpi.corpoTipoPendenza(t) }) as const),
  ...installazione.creditori.flatMap(creditoreVoci),
  ...installazione.ruoli.map((r) => ({ sezione: "ruolo", id: r.idRuolo, corpo: corpi.corpoRuolo(r) }) as const),
  ...installazione.applicazioni.map((a) => ({ sezione: "applicazione", id: a.idA2A, corpo: corpi.corpoApplicazione(a) }) as const),
  ...contabiliVoci(installazione.contabili),
  ...installazione.operatori.map((o) => ({ sezione: "operatore", id: o.principal, corpo: corpi.corpoOperatore(o) }) as const),
  ...installazione.configurazioni.map(({ sezione, valore }) => ({ sezione: "configurazione", id: sezione, corpo: valore }) as const),
];
