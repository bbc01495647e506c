/** What a layout must be to be saved, beyond the form of its fields. Errors: an Italian sentence that names the field. */
import { tipoFonte } from "./fonti.ts";
import { isFormatoDi } from "./scrivi.ts";
import type { CampoTracciato, LayoutTracciato, ParteCampo } from "./tracciato-contabile.ts";

const prefissoDi = (parte: ParteCampo): string => ("fonte" in parte ? (parte.fonte.split(".", 1)[0] ?? "") : "");

/** What has a quote of its own. */
const DI_QUOTA: readonly string[] = ["quota", "hypersic"];

const isDiSorgente = (prefisso: string, sorgente: LayoutTracciato["sorgente"]): boolean => {
  if (sorgente === "ACCERTAMENTI") return prefisso === "accertamento";
  if (sorgente === "RENDICONTAZIONI") return prefisso === "rendicontazione" || prefisso === "flusso";
  return prefisso !== "accertamento" && prefisso !== "rendicontazione";
};

const checkParte = (parte: ParteCampo, sorgente: LayoutTracciato["sorgente"], tipo: string): string | undefined => {
  if (!("fonte" in parte)) return undefined;
  const { fonte, formato, numeroQuota } = parte;
  const prefisso = prefissoDi(parte);
  const libera = prefisso === "file" || prefisso === "riga";
  if (!libera && tipo !== "dettaglio") return `${fonte} è di una riga: in testata e coda sono ammesse solo fonti del file`;
  if (tipo === "testata" && (fonte === "file.righe" || fonte === "file.importo")) return `${fonte} si sa solo alla fine: è ammessa in coda`;
  if (!libera && !isDiSorgente(prefisso, sorgente)) return `${fonte} non è una fonte di ${sorgente}`;
  if (formato !== undefined && !isFormatoDi(tipoFonte(fonte), formato)) return `${fonte} non si scrive nel formato ${formato}`;
  if (numeroQuota !== undefined && (!DI_QUOTA.includes(prefisso) || sorgente !== "RISCOSSIONI"))
    return `numeroQuota vale solo per le fonti quota e hypersic, con sorgente RISCOSSIONI`;
  return undefined;
};

const checkCampi = (layout: LayoutTracciato, tipo: "testata" | "dettaglio" | "coda"): string | undefined => {
  const campi: readonly CampoTracciato[] = layout[tipo] ?? [];
  const doppio = campi.find(({ nome }, i) => campi.findIndex((altro) => altro.nome === nome) !== i);
  if (doppio) return `${tipo}: il nome ${doppio.nome} compare più di una volta`;
  for (const [i, campo] of campi.entries()) {
    if (layout.formato === "FISSO" && campo.lunghezza === undefined) return `${tipo}.${i}.lunghezza: serve con formato FISSO`;
    if (layout.formato === "XML" && !/^[A-Za-z_][\w.-]*$/.test(campo.nome))
      return `${tipo}.${i}.nome: ${campo.nome} non è il nome di un elemento XML`;
    for (const parte of campo.parti) {
      const errore = checkParte(parte, layout.sorgente, tipo);
      if (errore !== undefined) return `${tipo}.${i}.parti: ${errore}`;
    }
  }
  return undefined;
};

const checkLunghezze = (layout: LayoutTracciato): string | undefined => {
  const { lunghezzaRecord } = layout;
  if (lunghezzaRecord === undefined) return undefined;
  if (layout.formato !== "FISSO") return "lunghezzaRecord: ammessa solo con formato FISSO";
  for (const tipo of ["testata", "dettaglio", "coda"] as const) {
    const somma = (layout[tipo] ?? []).reduce((parziale, { lunghezza = 0 }) => parziale + lunghezza, 0);
    if (somma > lunghezzaRecord) return `lunghezzaRecord: i campi di ${tipo} sono lunghi ${somma}, più di ${lunghezzaRecord}`;
  }
  return undefined;
};

/** Totals are of everything that was collected; rows of flows, of everything that was settled. */
const checkFiltri = ({ sorgente, filtri }: LayoutTracciato): string | undefined =>
  (sorgente === "ACCERTAMENTI" || sorgente === "RENDICONTAZIONI") && Object.keys(filtri).length > 0
    ? `filtri: non valgono con sorgente ${sorgente}`
    : undefined;

export const checkLayout = (layout: LayoutTracciato): string | undefined =>
  checkFiltri(layout) ??
  checkCampi(layout, "testata") ??
  checkCampi(layout, "dettaglio") ??
  checkCampi(layout, "coda") ??
  checkLunghezze(layout);
