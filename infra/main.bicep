metadata description = 'Detainer Ledger on Azure. docs/operations.md says how to deploy it.'

targetScope = 'subscription'

@description('Names the installation: the resource group is rg-{name}. azd asks for it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('Region. It has to offer Flex Consumption, and the redundancy that is asked for.')
param location string

@description('How many copies of the data there are, and how far apart. Tables have no other backup.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Days in which a deleted or overwritten blob can be had back.')
@minValue(2)
@maxValue(365)
param daysOfUndelete int = 30

@description('Keeps the storage account from being deleted until the lock is taken away.')
param deleteLock bool = true

@description('Restricts the storage account to the app, through a private network. The API stays public.')
param privateNetwork bool = false

@description('Addresses of that network: /24 or larger, and not in use by networks that it will be connected to.')
param privateNetworkAddresses string = '10.20.0.0/24'

@description('Instances that are kept running, for a first answer without a cold start. Each is paid for by the hour.')
@minValue(0)
@maxValue(10)
param alwaysReadyInstances int = 0

@description('Instances that run at most: a limit to what a flood of requests costs.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@description('Addresses that alerts are sent to. With none, alerts are seen in the portal only.')
param alertEmails string[] = []

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param daysOfLogs int = 30

@description('Gigabytes of logs taken in a day, at most; what comes after is lost, and alerts with it.')
@minValue(1)
param dailyGigabytesOfLogs int = 1

@description('Object id of a user or group that drops files, reads originals and empties the poison queue; empty for no one.')
param operatorPrincipalId string = ''

@allowed(['User', 'Group'])
param operatorPrincipalType string = 'User'

@description('When a digest is composed: NCRONTAB with seconds, UTC.')
param digestSchedule string = '0 0 13 * * 1'

@description('The beginning of absolute links, such as https://ledger.example.org, if there is a proxy in front of the app; empty: as in the request.')
param publicUrl string = ''

@description('Where readers report a misreading: a mail address, or the URL at which an issue tracker takes new issues; empty: nowhere.')
param misreadingsTo string = ''

@description('Seconds that an instance may miss what another one published.')
@minValue(0)
@maxValue(3600)
param freshForSeconds int = 5

@description('Begins the names of the ledger\'s tables. Another prefix is another, empty ledger.')
@minLength(1)
@maxLength(40)
param tablePrefix string = 'Ledger'

@description('MiB of reports that an instance keeps in memory, as stored.')
@minValue(0)
@maxValue(4096)
param cachedReportsMebibytes int = 32

@description('MiB of answers that an instance keeps in memory until the ledger moves on.')
@minValue(0)
@maxValue(4096)
param cachedAnswersMebibytes int = 16

@description('Bytes of a report, at most.')
@minValue(1024)
@maxValue(536870912)
param largestFile int = 52428800

@description('How long one run bridges an outage of storage, as hh:mm:ss: at most 00:07:00.')
param retryFor string = '00:02:00'

@description('When a file that storage failed for is tried again, as hh:mm:ss; the time doubles from try to try.')
param retryAfter string = '00:05:00'

@description('When such a file is given up, as d.hh:mm:ss: at most a day.')
param giveUpAfter string = '1.00:00:00'

@description('Other limits of reading; docs/operations.md describes each. Raising one raises the memory that a file may use.')
param readingLimits object = {
  Pages: 500
  Rows: 50000
  NoticeBytes: 262144
  InflatedBytes: 67108864
  PartBytes: 16777216
  ParsedBytes: 4194304
  PageLetters: 100000
  PageOperations: 500000
  Characters: 16777216
  Nesting: 128
  TextCharacters: 32000
  Time: '00:01:00'
}

@description('Pages and files to watch: { Page, Link, Every } or { File, Every } each; docs/operations.md describes them.')
param sources object[] = []

@description('Who the operators of the sources can reach: sent with each request. Needed with sources.')
param sourcesContact string = ''

@description('How far apart two looks must be to confirm that a file was withdrawn, as hh:mm:ss.')
param confirmAfter string = '01:00:00'

@description('Limits and permissions of watching; docs/operations.md says what each is.')
param watching object = {
  AllowHttp: false
  AllowLocal: false
  Hosts: ''
  LargestPage: 4194304
  Links: 500
  Pause: '00:00:01'
  Timeout: '00:01:00'
}

// Sources__0__Page, Sources__0__Link, and so on.
var sourceSettings = flatten(map(
  range(0, length(sources)),
  i => map(items(sources[i]), setting => { key: 'Sources__${i}__${setting.key}', value: string(setting.value) })
))

@description('Whether there are subscriptions. First put the secret delivery-key into the vault: docs/operations.md, Subscriptions.')
param subscriptions bool = false

@description('Whether the vault has the replaced key too, as earlier-delivery-key.')
param earlierDeliveryKey bool = false

@description('What links in mails and webhooks begin with; empty: publicUrl, or the app\'s own name.')
param deliveryUrl string = ''

@description('Limits of delivery; docs/operations.md says what each bounds.')
param delivery object = {
  DaysBack: 60
  RequestsPerHour: 200
  KeepDays: 30
  LocalWebhooks: false
}

@description('The mail server; with no From, there is no mail. The password is the secret smtp-password in the vault, read if there is a User.')
param mail object = {
  From: ''
  Host: ''
  Port: 587
  Security: 'StartTls'
  User: ''
  Folder: ''
  Connections: 4
}

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))

// Names are known before anything is there: so `az deployment sub what-if` shows all that a deployment would change.
var names = {
  app: 'func-${token}'
  identity: 'id-${token}'
  insights: 'appi-${token}'
  network: 'vnet-${token}'
  plan: 'plan-${token}'
  storage: 'ledger${token}'
  topic: 'evgt-${token}'
  vault: 'kv-${token}'
  workspace: 'log-${token}'
}

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    name: names.storage
    redundancy: storageRedundancy
    tablePrefix: tablePrefix
    daysOfUndelete: daysOfUndelete
    private: privateNetwork
    deleteLock: deleteLock
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  dependsOn: [storage]
  params: {
    location: location
    tags: tags
    workspaceName: names.workspace
    insightsName: names.insights
    storageName: names.storage
    daysOfLogs: daysOfLogs
    dailyGigabytes: dailyGigabytesOfLogs
  }
}

module access 'modules/access.bicep' = {
  scope: group
  dependsOn: [storage, monitoring]
  params: {
    location: location
    tags: tags
    identityName: names.identity
    storageName: names.storage
    insightsName: names.insights
    operatorPrincipalId: operatorPrincipalId
    operatorPrincipalType: operatorPrincipalType
  }
}

module vault 'modules/vault.bicep' = if (subscriptions) {
  scope: group
  dependsOn: [access]
  params: {
    location: location
    tags: tags
    name: names.vault
    identityName: names.identity
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  dependsOn: [storage]
  params: {
    location: location
    tags: tags
    name: names.network
    addressSpace: privateNetworkAddresses
    storageName: names.storage
  }
}

module app 'modules/app.bicep' = {
  scope: group
  dependsOn: [access, network, vault]
  params: {
    location: location
    tags: tags
    planName: names.plan
    name: names.app
    identityName: names.identity
    storageName: names.storage
    insightsName: names.insights
    subnetId: privateNetwork
      ? resourceId(
          subscription().subscriptionId,
          group.name,
          'Microsoft.Network/virtualNetworks/subnets',
          names.network,
          'app'
        )
      : ''
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
    settings: union(
      {
        DigestSchedule: digestSchedule
        Api__PublicUrl: publicUrl
        Site__MisreadingsTo: misreadingsTo
        Api__CachedAnswersMebibytes: string(cachedAnswersMebibytes)
        Delivery__Key: subscriptions ? '@Microsoft.KeyVault(VaultName=${names.vault};SecretName=delivery-key)' : ''
        Delivery__EarlierKey: subscriptions && earlierDeliveryKey
          ? '@Microsoft.KeyVault(VaultName=${names.vault};SecretName=earlier-delivery-key)'
          : ''
        Delivery__PublicUrl: deliveryUrl
        Delivery__Mail__Password: subscriptions && !empty(mail.User)
          ? '@Microsoft.KeyVault(VaultName=${names.vault};SecretName=smtp-password)'
          : ''
        Ledger__FreshForSeconds: string(freshForSeconds)
        Ledger__TablePrefix: tablePrefix
        Ledger__CachedReportsMebibytes: string(cachedReportsMebibytes)
        Ledger__LargestFile: string(largestFile)
        Ledger__Ingest__RetryFor: retryFor
        Ledger__Ingest__RetryAfter: retryAfter
        Ledger__Ingest__GiveUpAfter: giveUpAfter
      },
      toObject(items(readingLimits), limit => 'Ledger__Reading__${limit.key}', limit => string(limit.value)),
      {
        Sources__Contact: sourcesContact
        Sources__ConfirmAfter: confirmAfter
      },
      toObject(items(watching), setting => 'Sources__${setting.key}', setting => string(setting.value)),
      toObject(sourceSettings, setting => setting.key, setting => setting.value),
      toObject(items(delivery), limit => 'Delivery__${limit.key}', limit => string(limit.value)),
      toObject(items(mail), setting => 'Delivery__Mail__${setting.key}', setting => string(setting.value))
    )
  }
}

module events 'modules/events.bicep' = {
  scope: group
  dependsOn: [storage]
  params: {
    location: location
    tags: tags
    topicName: names.topic
    storageName: names.storage
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    topicId: events.outputs.topicId
    emails: alertEmails
  }
}

// azd hands these to the hooks as environment variables.
output AZURE_RESOURCE_GROUP string = group.name
output LEDGER_APP_NAME string = names.app
output LEDGER_ADDRESS string = app.outputs.address
output LEDGER_STORAGE_NAME string = names.storage
output LEDGER_TOPIC_NAME string = names.topic
