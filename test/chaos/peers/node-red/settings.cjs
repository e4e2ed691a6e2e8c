// Node-RED's settings file. What is not here is Node-RED's default.
module.exports = {
  uiHost: '127.0.0.1',
  uiPort: Number(process.env.PEER_PORT),
  userDir: process.env.PEER_DIR,
  flowFile: process.env.PEER_FLOWS,
  // No editor: what runs is what is in the repository.
  httpAdminRoot: false,
  logging: { console: { level: 'info', metrics: false, audit: false } },
  // https://nodered.org/docs/user-guide/context#saving-context-data-to-the-file-system: "localfilesystem" is how context survives a restart.
  // Its default flushes every 30 s; without the cache each write is on the disk when its callback comes (https://nodered.org/docs/api/context/store/localfilesystem).
  contextStorage: { default: { module: 'memory' }, file: { module: 'localfilesystem', config: { cache: false } } },
  // https://nodered.org/docs/user-guide/runtime/configuration: the default is two minutes, in which a hanging ERP would hold an order.
  httpRequestTimeout: 15000,
};
