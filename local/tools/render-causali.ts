/** docs/causali.md: the forms of the bank's texts and what banks do to them, from the tables that the reader follows. */
import { ALTERAZIONI } from "../../shared/domain/tesoreria/causali/alterazioni.ts";
import { FORME } from "../../shared/domain/tesoreria/causali/forme.ts";

/** Invisible characters are shown, and a bar does not end the cell. */
const cella = (testo: string): string => {
  const visibile = testo.replace(/[\p{Cc}\p{Cf}]/gu, (carattere) => `⟨${carattere.codePointAt(0)?.toString(16).padStart(4, "0") ?? ""}⟩`);
  return visibile.replaceAll("|", "\\|");
};
const codice = (testo: string): string => `\`${cella(testo)}\``;

const CODICI = { flusso: "identificativo del flusso", iuv: "IUV", avviso: "numero d'avviso", iur: "IUR" } as const;

export const renderCausali = (): string =>
  [
    "# Causali dei movimenti",
    "",
    "Come si legge ciò che la banca scrive di un accredito. Questo documento viene dalle tabelle che il lettore segue (`shared/domain/tesoreria/causali`); non si modifica a mano. Ogni esempio è anche una prova.",
    "",
    "Si guardano i primi 4096 caratteri; maiuscole e minuscole non contano. Da una causale escono gli identificativi di flusso (interi o tagliati), gli IUV e gli IUR, anche più d'uno; il resto è testo della banca.",
    "Una causale che sembra di pagoPA e non nomina nulla si raccoglie per forma: `GET /riconciliazione/v3/causaliSconosciute`. Per sapere che cosa contiene un accredito: `POST /riconciliazione/v3/sospesi/analisi`.",
    "",
    "## Forme",
    "",
    "Nell'ordine in cui si cercano, dalla più certa.",
    "",
    "| Forma | Che cos'è | Contiene | Esempio | Fonte |",
    "|---|---|---|---|---|",
    ...FORME.map((f) => `| ${f.id} | ${cella(f.descrizione)} | ${CODICI[f.codice]} | ${codice(f.esempio)} | ${cella(f.fonte)} |`),
    "",
    "## Alterazioni",
    "",
    "| Alterazione | Che cosa succede | Come si rimedia | Esempio | Si legge | Fonte |",
    "|---|---|---|---|---|---|",
    ...ALTERAZIONI.map(
      (a) =>
        `| ${a.id} | ${cella(a.descrizione)} | ${a.annulla ? "si disfa prima di leggere" : "la sopporta il lettore"} | ${codice(a.esempio)} | ${codice(a.atteso)} | ${cella(a.fonte)} |`,
    ),
    "",
  ].join("\n");
