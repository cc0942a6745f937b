metadata description = 'The one account: files, the ledger, and what the Functions host keeps. Opened by identities only.'

param location string
param tags object

@maxLength(24)
param name string

param redundancy string

@description('Begins the names of the ledger\'s tables.')
param tablePrefix string

@description('How long a deleted or overwritten blob can be had back.')
param daysOfUndelete int

@description('Whether the account answers in the private network only.')
param private bool

param deleteLock bool

var containers = ['reports', 'originals', 'dead-letters', 'deployments']
var tables = ['Index', 'Reports', 'Facts', 'Counts', 'Arrivals', 'Digests', 'Retries', 'Captures', 'Mementos']

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      // Event Grid puts events that it can't deliver into a container, and is let in as a service of Azure.
      bypass: 'AzureServices'
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      changeFeed: { enabled: true, retentionInDays: daysOfUndelete }
      deleteRetentionPolicy: { enabled: true, days: daysOfUndelete }
      containerDeleteRetentionPolicy: { enabled: true, days: daysOfUndelete }
      // Has to be shorter than the retention that it is made from.
      restorePolicy: { enabled: true, days: daysOfUndelete - 1 }
    }

    resource container 'containers' = [
      for name in containers: {
        name: name
        properties: { publicAccess: 'None' }
      }
    ]
  }

  resource tableService 'tableServices' = {
    name: 'default'

    resource table 'tables' = [
      for name in tables: {
        name: '${tablePrefix}${name}'
      }
    ]
  }

  resource queueService 'queueServices' = {
    name: 'default'
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobs]
    properties: {
      policy: {
        rules: [
          {
            // Reports and originals are not among them: what came in stays.
            name: 'forget-earlier-versions-of-what-the-host-writes'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['azure-webjobs-', 'deployments/'] }
              actions: { version: { delete: { daysAfterCreationGreaterThan: daysOfUndelete } } }
            }
          }
          {
            name: 'forget-events-that-were-not-delivered'
            type: 'Lifecycle'
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['dead-letters/'] }
              actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: 90 } } }
            }
          }
        ]
      }
    }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (deleteLock) {
  name: 'the-ledger-stays'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Tables can\'t be undeleted: docs/operations.md, Restore.'
  }
}
