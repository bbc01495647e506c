/** The worker of treasury files: the bucket, the archive, the readers of every format. */
import { createHash } from "node:crypto";
import { mappaFlusso, mappaUnicita } from "../../adapters/archivio/mappe-rendicontazione.ts";
import { mappaCaricamento, mappaChiaveMovimento, mappaMovimento, mappaNomeMovimento } from "../../adapters/archivio/mappe-tesoreria.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { ArchivioRendicontazioni } from "../../adapters/archivio/rendicontazioni.ts";
import { createDividiFlusso } from "../../adapters/nodo-storico/flussi-a-pagine.ts";
import { createLettori } from "../../adapters/tesoreria/lettori.ts";
import { pacchettiZip } from "../../adapters/zip/pacchetti-zip.ts";
import { registerDocumento } from "../../usecases/rendicontazioni/add-flusso.ts";
import { elaborateCaricamento } from "../../usecases/tesoreria/elaborate-caricamento.ts";
import { takeFlusso } from "../../usecases/tesoreria/take-flusso.ts";
import { anagrafiche, clock, deposito, ids, wireUnitOfWork } from "./base.ts";
import { oggetti } from "./oggetti.ts";
import { tesoreria } from "./tesoreria.ts";

const registro = new ArchivioRegistro(deposito);
const flussi = {
  rendicontazioni: new ArchivioRendicontazioni(deposito),
  unitOfWork: wireUnitOfWork({ flusso: mappaFlusso, unicita: mappaUnicita }),
  clock,
};

export const elaborate = elaborateCaricamento({
  ...{ tesoreria, oggetti, anagrafiche, clock, ids },
  unitOfWork: wireUnitOfWork({
    caricamento: mappaCaricamento,
    movimento: mappaMovimento,
    nomeMovimento: mappaNomeMovimento,
    chiaveMovimento: mappaChiaveMovimento,
    unicita: mappaUnicita,
  }),
  zip: pacchettiZip,
  takeFlusso: takeFlusso({ dividi: createDividiFlusso(oggetti), register: registerDocumento(flussi) }),
  lettori: createLettori((idDominio) => registro.list("profiloLettura", idDominio)),
  startImpronta: () => {
    const impronta = createHash("sha256");
    return { update: (pezzo) => void impronta.update(pezzo), end: () => impronta.digest("hex") };
  },
});
